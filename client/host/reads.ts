/** Where the list of devices is kept between readings. */
export const DEVICES = ['devices'] as const;

/** Where the bookings of days are kept between readings. */
export const BOOKINGS = ['bookings'] as const;

/** Where the mails of the space are kept between readings. */
export const MAILS = ['mails'] as const;
