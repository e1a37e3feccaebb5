import encodeQR from 'qr';
import { useMemo } from 'react';
import { classes } from './classes.ts';

const QUIET_ZONE = 2;

/** A QR code as one path, dark on white, which every camera reads. */
export function QrCode({
  text,
  label,
  className,
}: {
  readonly text: string;
  readonly label: string;
  readonly className?: string;
}) {
  const { path, size } = useMemo(() => {
    const rows = encodeQR(text, 'raw', { border: QUIET_ZONE });
    const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { path: dark.join(''), size: rows.length };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={classes('rounded-md bg-white', className)}
    >
      <path d={path} className="fill-ink-900" />
    </svg>
  );
}
