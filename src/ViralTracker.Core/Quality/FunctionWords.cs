using System.Collections.Frozen;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>The commonest words of seven languages: they carry no subject.</summary>
internal static class FunctionWords
{
    private static readonly string[] Lists =
    [
        // English
        """
            a an and are as at be been but by for from i in is it of on or that the these they this those to was we with you your my our
            not no do does did don't doesn't didn't have has had will would can could should what which who how why when where if then than so
            their them its it's i'm i'd isn't there he she his her about into out up just more most only also some any all were am me us
            """,
        // German
        """
            der die das und ist nicht ich du wir ihr sie es ein eine einen einem einer den dem des mit auf für von zu im in an bei aus nach
            auch nur noch schon aber oder wenn dann dass was wie warum wer wo hat habe haben sind war wird werden kann mehr sehr so als man
            mir mich dir dich uns euch mein dein sein unser keine kein sich vom zum zur über unter doch denn da
            """,
        // French
        """
            le la les un une des du de et est pas je tu il elle nous vous ils ne que qui quoi dans en pour sur avec sans au aux ce cette ces
            c'est j'ai mais ou où si comme plus très aussi mon ma mes ton ta tes son sa ses notre votre être avoir fait ça y se me te on
            d'un d'une qu'il qu'on n'est l'on quand même déjà
            """,
        // Spanish
        """
            el la los las un una unos unas de del y es no yo tú él nosotros que qué quien en para por con sin al lo le les se me te mi tu su
            pero o si como cómo más muy también este esta estos eso ese esa hay ha he son fue está ser ya cuando donde porque sobre entre
            """,
        // Portuguese
        """
            o a os as um uma uns umas de do da dos das e é não eu você ele nós que quem em no na nos nas para pra por com sem ao se me te meu
            minha seu sua mas ou como mais muito também este esta isso esse essa há foi está são ser já quando onde porque sobre vocês
            """,
        // Italian
        """
            il lo la i gli le un uno una di del della dei e è non io tu lui noi voi che chi in per con senza al alla nel nella su si mi ti mio
            suo ma o se come più molto anche questo questa quello ho ha sono era essere già quando dove perché
            """,
        // Dutch
        """
            de het een en is niet ik jij je wij we hij zij van op voor met zonder aan bij uit naar ook maar nog al als dan dat wat hoe
            waarom wie waar heeft heb hebben zijn was wordt worden kan meer zeer zo mijn jouw onze geen zich over onder door
            """,
    ];

    private static readonly FrozenSet<string> All = WordList.Of(string.Join(' ', Lists));

    public static bool Contains(string folded) => All.Contains(folded);
}
