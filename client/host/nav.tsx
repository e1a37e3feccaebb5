import {
  Building2,
  CalendarDays,
  DoorOpen,
  FileText,
  Landmark,
  Mail,
  Menu,
  Sprout,
  Stamp,
  Sun,
  TabletSmartphone,
  X,
} from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { classes } from '../ui/classes.ts';

/** The pages of the console as a host looks for them: the day, the money, and what is set once in a while. */
const groups = [
  {
    name: 'day',
    pages: [
      { to: '/host', name: 'today', Sign: Sun },
      { to: '/host/bookings', name: 'bookings', Sign: CalendarDays },
      { to: '/host/mail', name: 'mail', Sign: Mail },
      { to: '/host/devices', name: 'devices', Sign: TabletSmartphone },
    ],
  },
  {
    name: 'money',
    pages: [
      { to: '/host/invoices', name: 'invoices', Sign: FileText },
      { to: '/host/bank', name: 'bank', Sign: Landmark },
      { to: '/host/fund', name: 'fund', Sign: Sprout },
      { to: '/host/companies', name: 'companies', Sign: Building2 },
    ],
  },
  {
    name: 'settings',
    pages: [
      { to: '/host/rooms', name: 'rooms', Sign: DoorOpen },
      { to: '/host/seller', name: 'seller', Sign: Stamp },
    ],
  },
] as const;

/** The way through the console, and below it the way out; on a phone behind one button, so that the page comes first. */
export function Nav({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('host');
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string>();
  // Whoever has gone to a page is done with the way there.
  const isOpen = openAt === pathname;
  const Sign = isOpen ? X : Menu;
  return (
    <nav aria-label={t('nav.label')} className="md:sticky md:top-6">
      <Button
        aria-expanded={isOpen}
        onPress={() => setOpenAt(isOpen ? undefined : pathname)}
        className="flex min-h-12 w-full cursor-pointer items-center gap-3 rounded-lg bg-ink-900 px-4 font-semibold text-linen-50 md:hidden"
      >
        <Sign aria-hidden className="size-5 shrink-0" />
        {t('nav.menu')}
      </Button>
      <div className={classes('flex flex-col gap-5 max-md:pt-4', !isOpen && 'max-md:hidden')}>
        {groups.map(({ name, pages }) => (
          <div key={name} className="flex flex-col gap-1">
            <h2 className="px-3 font-semibold text-ink-600 text-sm">{t(`nav.group.${name}`)}</h2>
            <ul className="flex flex-col gap-1">
              {pages.map((page) => (
                <NavItem key={page.to} {...page} />
              ))}
            </ul>
          </div>
        ))}
        {children}
      </div>
    </nav>
  );
}

type Page = (typeof groups)[number]['pages'][number];

function NavItem({ to, name, Sign }: Page) {
  const { t } = useTranslation('host');
  return (
    <li>
      <NavLink
        to={to}
        end={to === '/host'}
        className={({ isActive }) =>
          classes(
            'flex min-h-11 items-center gap-3 rounded-md px-3 font-semibold leading-tight transition',
            isActive ? 'bg-ink-900 text-linen-50' : 'hover:bg-linen-200',
          )
        }
      >
        <Sign aria-hidden className="size-5 shrink-0" />
        {t(`nav.${name}`)}
      </NavLink>
    </li>
  );
}
