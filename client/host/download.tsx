import { Download as Sign } from 'lucide-react';
import { useState } from 'react';
import { callFile } from '../api/call.ts';
import { Refusal } from '../api/refusal.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';

interface Props {
  /** Below `/api`. */
  readonly path: string;
  /** The name under which it is kept. */
  readonly name: string;
  readonly children: string;
}

/** A file that only hosts may have: fetched with their credential, which a plain link would not carry. */
export function Download({ path, name, children }: Props) {
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setBusy] = useState(false);
  const fetchFile = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      keep(await callFile(path, 'host'), name);
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      setRefusal(fault);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="flex flex-col items-start gap-2">
      <Button isPending={isBusy} onPress={() => void fetchFile()}>
        <Sign aria-hidden className="size-5 shrink-0" />
        {children}
      </Button>
      <ErrorNote refusal={refusal} />
    </div>
  );
}

function keep(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
