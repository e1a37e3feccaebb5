import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface Props {
  readonly title: string;
  readonly isOpen: boolean;
  /** Without it the dialog waits for an answer. */
  readonly onClose?: (() => void) | undefined;
  readonly role?: 'dialog' | 'alertdialog';
  readonly children: ReactNode;
}

/** A question over the page. */
export function Dialog({ title, isOpen, onClose, role = 'dialog', children }: Props) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose?.()}
      isDismissable={onClose !== undefined}
      isKeyboardDismissDisabled={onClose === undefined}
      className="fixed inset-0 z-10 grid place-items-center overflow-y-auto bg-ink-900/60 p-4"
    >
      <Modal className="w-full max-w-lg animate-arrive rounded-xl bg-linen-50 p-6 shadow-high sm:p-8">
        <AriaDialog role={role} className="flex flex-col gap-5 outline-none">
          <Heading slot="title" className="text-xl">
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
