import { ScanQrCode } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Is there a camera that a page may ask for? On a plain address that is not this machine there is none. */
export function canScan(): boolean {
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  return devices?.getUserMedia !== undefined;
}

interface Props {
  readonly onSeen: (text: string) => void;
  /** There is no camera after all, or it was refused. */
  readonly onBlind: () => void;
}

/** Looks for a QR code. The decoder is fetched when it is needed; pictures never leave the tablet. */
export function PassCamera({ onSeen, onBlind }: Props) {
  const { t } = useTranslation('kiosk');
  const video = useRef<HTMLVideoElement>(null);
  const [isLooking, setLooking] = useState(false);
  const seen = useEffectEvent(onSeen);
  const blind = useEffectEvent(onBlind);

  useEffect(() => {
    let isGone = false;
    let stop = () => {};
    const look = async (player: HTMLVideoElement) => {
      const { frameLoop, QRCanvas, selfieCamera } = await import('qr/dom.js');
      const camera = await selfieCamera(player);
      if (isGone) return camera.stop();
      setLooking(true);
      const canvas = new QRCanvas();
      let last: unknown;
      const cancel = frameLoop(async () => {
        const text = await camera.readFrame(canvas);
        // The same code stays in front of the camera for many frames.
        if (typeof text === 'string' && text !== last && !isGone) seen(text);
        last = text ?? last;
      });
      stop = () => {
        cancel();
        camera.stop();
      };
    };
    if (video.current) look(video.current).catch(() => !isGone && blind());
    return () => {
      isGone = true;
      stop();
    };
  }, []);

  return (
    <figure className="mx-auto flex w-44 flex-col gap-3 sm:w-64">
      <div className="relative aspect-square overflow-hidden rounded-lg bg-ink-900">
        <video
          ref={video}
          muted
          playsInline
          autoPlay
          aria-label={t('door.camera')}
          className="size-full -scale-x-100 object-cover"
        />
        {!isLooking && (
          <ScanQrCode
            aria-hidden
            className="absolute inset-0 m-auto size-20 text-linen-100"
            strokeWidth={1.5}
          />
        )}
        <span aria-hidden className="absolute inset-6 rounded-md border-3 border-white/80 border-dashed" />
      </div>
      <figcaption className="text-center text-ink-700 text-sm">{t('door.hold')}</figcaption>
    </figure>
  );
}
