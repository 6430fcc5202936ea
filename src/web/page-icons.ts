// The menu's icons, by a page's address. A page without one of its own gets a plain sheet.
import {
  IconAdjustments,
  IconAlertTriangle,
  IconBuildingStore,
  IconCalendarWeek,
  IconCertificate,
  IconChartBar,
  IconChecklist,
  IconClipboardText,
  IconFileText,
  IconHistory,
  IconHourglass,
  IconKey,
  IconListCheck,
  IconListNumbers,
  IconMessages,
  IconSpy,
  IconSunrise,
  IconTargetArrow,
  IconTrendingUp,
  IconUser,
  IconUsers,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';

const icons: Readonly<Record<string, Icon>> = {
  '/': IconSunrise,
  '/causes': IconChartBar,
  '/fixes': IconTargetArrow,
  '/forecast': IconTrendingUp,
  '/sites': IconBuildingStore,
  '/monday': IconCalendarWeek,
  '/shops/bring': IconSpy,
  '/jobs': IconHourglass,
  '/contacts': IconMessages,
  '/procedures': IconListNumbers,
  '/standards': IconListCheck,
  '/atrocities': IconAlertTriangle,
  '/know-it-do-it': IconCertificate,
  '/people': IconUsers,
  '/me': IconUser,
  '/record': IconClipboardText,
  '/history': IconHistory,
  '/settings': IconAdjustments,
  '/settings/people': IconUsersGroup,
  '/settings/sign-in': IconKey,
  '/start': IconChecklist,
};

export function iconOf(path: string): Icon {
  return icons[path] ?? IconFileText;
}
