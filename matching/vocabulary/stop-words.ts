const list = (words: string) => words.split(/\s+/).filter(Boolean);

const ENGLISH =
  list(`a an the of for to in on at by from with without into onto about as is are was were be been being am
    i i'm i'd i've me my mine we we're our us you your he she it its they them their this that these those there
    here and or but nor not no if then than so too very just also only can could may might must shall should will
    would do does did done have has had having what which who whom whose when where why how all any both each few
    more most other some such own same s t d m ll re ve don't doesn't didn't isn't aren't it's that's up down out
    over under again once during before after above below between because while until through via per`);

const DUTCH =
  list(`de het een der den des van voor naar op aan bij met zonder uit in om door over onder tussen tegen tot
    te ten ter als dan dat die dit deze wat wie welke waar wanneer waarom hoe en of maar want dus ook nog al wel
    niet geen er hier daar ik je jij jouw jullie u uw hij zij ze we wij ons onze hun hen mij mijn me zich is ben
    bent zijn was waren wordt worden word heb hebt heeft hebben had kan kun kunt kunnen zal zult zullen zou moet
    moeten mag mogen doe doet doen iets iemand veel meer zo zelf binnen buiten tijdens omdat zodat via per t`);

/**
 * Words that carry grammar and no subject. Phrases are matched with these left out, so that
 * "design of logos" and "logo design" can meet in a synonym. Keys are normalised as in `words.ts`.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  ...ENGLISH,
  ...DUTCH,
  ...list(`في من على الى عن مع بين عند بعد قبل حتى منذ خلال ضد دون بدون هذا هذه ذلك تلك هؤلاء الذي التي الذين ما ماذا
    من متى اين كيف لماذا هل كم اي و او ثم لكن بل لا لم لن ليس غير انا نحن انت انتم هو هي هم لي لك له لها لنا لهم
    كان كانت يكون تكون ان انه انها اذا قد كل بعض كما ايضا فقط جدا عندي لدي لدينا نا يا اما او عني الان`),
  ...list(`の に は を が で と も へ や か ね よ な だ た て し い る れ さ ん り ら す です ます でした ました ません
    から まで より など だけ ので のに けど たい たく ない なく こと もの ため よう そう ここ それ これ あれ
    どの この その する して され います いる ある あり なる なり いく てい てる れる られ とか について に関する
    向け 用 私 僕 方 的 者 人 今 今日`),
]);

/** Words people ask and offer with, whatever the subject: they find nobody in particular. */
export const ASKING_WORDS: ReadonlySet<string> = new Set([
  ...list(`help helping helps need needs needed want wants wanted looking look seeking seek search searching find
    finding someone somebody anyone anybody people person question questions advice tips ideas idea know knows
    learn understand like get getting make making made give use using used work working works works trying try
    start starting please thanks thank good great new best way ways thing things something anything really
    today currently now soon first next one two would'd let let's think thinking talk talking discuss share
    offer offers offering support expert experience`),
  ...list(`hulp help helpen nodig zoek zoeken zoekt gezocht vraag vragen wil willen graag advies tips weten leren
    begrijpen maak maken maakt gebruik gebruiken werk werken werkt bezig goed goede nieuw nieuwe beste manier
    vandaag nu eerste volgende praten bespreken delen aanbod bied bieden aanbieden ervaring kennis iemand mensen
    vind vinden krijg krijgen geef geven start starten`),
  ...list(`ابحث احتاج محتاج اريد اود مساعده مساعد مساعدة ساعد ساعدني نصيحه نصيحة سوال اسئله شخص احد يعرف اعرف
    اتعلم افهم اعمل عمل اليوم جديد جديدة افضل طريقه طريقة اقدم اعرض خبره خبرة بحاجة بحاجه يمكن يمكنني استطيع`),
  ...list(`相談 助け 助 手伝 探 探し 教 教え 知り 知 欲し 欲 必要 募集 作 作り 使 使い 考え 考 始め 始 仕事 得意 経験
    いただき ください 下さい できる でき ほしい お願い 願い お`),
]);

const only = (words: readonly string[], others: readonly string[]): ReadonlySet<string> =>
  new Set(words.filter((word) => !others.includes(word)));

/** Words that carry grammar in English and not in Dutch, and the other way round: they tell the one from the other. */
export const GRAMMAR = { en: only(ENGLISH, DUTCH), nl: only(DUTCH, ENGLISH) };
