/** Where the list of devices is kept between readings. */
export const DEVICES = ['devices'] as const;
