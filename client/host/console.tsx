import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router';
import type { BoardView } from '#contract/boards';
import { currentSession, endSession } from '../api/endpoints.ts';
import type { Connection } from '../api/live.ts';
import { Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ConnectionBadge } from '../ui/connection-badge.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Logo } from '../ui/logo.tsx';
import { BankPage } from './bank/bank-page.tsx';
import { Bookings } from './bookings.tsx';
import { CompaniesPage } from './companies/companies-page.tsx';
import { CompanyPage } from './companies/company-page.tsx';
import { DevicesPage } from './devices.tsx';
import { FundPage } from './fund/fund-page.tsx';
import { FundPolicyPage } from './fund/fund-policy-page.tsx';
import { HostingContext } from './hosting.ts';
import { Mails } from './mails.tsx';
import { Nav } from './nav.tsx';
import { Page } from './page.tsx';
import { InvoicePage } from './papers/invoice-page.tsx';
import { InvoicesPage } from './papers/invoices-page.tsx';
import { PolicyPage } from './prices/policy-page.tsx';
import { NewRoomPage, RoomPage } from './prices/room-page.tsx';
import { RoomsPage } from './prices/rooms-page.tsx';
import { YieldPage } from './prices/yield-page.tsx';
import { useRead } from './reads.ts';
import { SellerPage } from './seller/seller-page.tsx';
import { TodayPage } from './today-page.tsx';

interface Props {
  readonly view: BoardView;
  readonly connection: Connection;
  readonly onSignedOut: () => void;
}

/** Signed in: a page for each part of the space, at an address of its own. */
export function Console({ view, connection, onSignedOut }: Props) {
  const { data: me, refusal } = useRead(currentSession);
  return (
    <div className="daylight min-h-dvh">
      <div className="mx-auto flex max-w-7xl flex-col gap-6 px-5 py-6">
        <Header view={view} connection={connection} />
        <div className="grid items-start gap-6 md:grid-cols-[11rem_minmax(0,1fr)] lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-10">
          <Nav>
            <SignOut onSignedOut={onSignedOut} />
          </Nav>
          <main className="flex min-w-0 flex-col gap-6 pb-10">
            <ErrorNote refusal={refusal} />
            {me && (
              <HostingContext value={{ view, isManager: me.role === 'manager' }}>
                <Pages />
              </HostingContext>
            )}
          </main>
        </div>
      </div>
    </div>
  );
}

function Header({ view, connection }: Omit<Props, 'onSignedOut'>) {
  return (
    <header className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <p className="flex grow items-center gap-3 font-semibold text-lg">
        <Logo className="size-11 shrink-0" />
        {view.space.name}
      </p>
      {connection !== 'live' && <ConnectionBadge connection={connection} />}
      <LanguageSwitch remember />
    </header>
  );
}

function SignOut({ onSignedOut }: Pick<Props, 'onSignedOut'>) {
  const { t } = useTranslation('host');
  const { run, isBusy, refusal } = useAction(endSession);
  const signOut = async () => {
    const reply = await run({ as: 'host' });
    if (!(reply instanceof Refusal)) onSignedOut();
  };
  return (
    <>
      <Button
        tone="plain"
        isDisabled={isBusy}
        className="justify-start! gap-3! px-3!"
        onPress={() => void signOut()}
      >
        <LogOut aria-hidden className="size-5 shrink-0 rtl:-scale-x-100" />
        {t('signOut')}
      </Button>
      <ErrorNote refusal={refusal} />
    </>
  );
}

function Pages() {
  const { t } = useTranslation('host');
  return (
    <Routes>
      <Route index element={<TodayPage />} />
      <Route path="bookings" element={<Bookings />} />
      <Route path="mail" element={<Mails />} />
      <Route path="devices" element={<DevicesPage />} />
      <Route path="invoices" element={<InvoicesPage />} />
      <Route path="invoices/:number" element={<InvoicePage />} />
      <Route path="bank" element={<BankPage />} />
      <Route path="fund" element={<FundPage />} />
      <Route path="fund/policy" element={<FundPolicyPage />} />
      <Route path="companies" element={<CompaniesPage />} />
      <Route path="companies/:companyId" element={<CompanyPage />} />
      <Route path="rooms" element={<RoomsPage />} />
      <Route path="rooms/policy" element={<PolicyPage />} />
      <Route path="rooms/yield" element={<YieldPage />} />
      <Route path="rooms/new" element={<NewRoomPage />} />
      <Route path="rooms/:roomId" element={<RoomPage />} />
      <Route path="seller" element={<SellerPage />} />
      <Route path="*" element={<Page title={t('pageUnknown')} />} />
    </Routes>
  );
}
