import { drawn } from './lot.ts';

const GIVEN =
  'Ada Aya Bart Bram Carla Chiyo Daan Dina Elif Emil Fenna Finn Gijs Hana Hugo Ilse Imran Jala Joris Kaito Karim Lara Leo Lena Mara Milan Mona Nils Noor Omar Oona Pim Rana Roos Saar Sami Tess Tijn Umi Vera Wout Yara Yuki Zeno'.split(
    ' ',
  );
const FAMILY =
  'Aalders Abe Amin Bakker Bos Chen Dekker Diaz Endo Farouk Garcia Haddad Hoek Ito Jansen Kaya Kok Kuipers Lind Mori Mulder Nasser Okada Olsen Peters Postma Rossi Saito Smit Sato Tahir Ueda Veen Vos Wada Wolf Yilmaz Zaki'.split(
    ' ',
  );

/** A name for a person of whom only an id is known: invented from it, and the same every time. */
export function madeUpName(personId: string): string {
  return `${drawn(GIVEN, `${personId} given`)} ${drawn(FAMILY, `${personId} family`)}`;
}
