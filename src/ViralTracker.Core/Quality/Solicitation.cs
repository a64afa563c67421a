using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>
/// Asks to write to the speaker, to follow, to click or to buy, and products of the speaker's own. What others do ("customers text us") and
/// what is quoted is talked about, and what the voice's own good examples say is the person's way.
/// </summary>
internal static partial class Solicitation
{
    private const string Quote = "\"\"";

    public static Rejection? Check(DraftToCheck draft, QualityContext context)
    {
        var said = WithoutQuotes(draft.Folded);
        foreach (var found in Offers.Matches(said).Concat(Requests.Matches(said).Where(request => IsMade(said, request))))
            if (!TextFolding.FoldProse(context.Examples).Contains(found.Value, StringComparison.Ordinal))
                return new(QualityRule.Solicits, $"\"{found.Value}\" solicits; ask for no messages, follows, clicks or calls and offer nothing of your own.");
        return null;
    }

    /// <summary>A draft that is one quote as a whole quotes nobody.</summary>
    private static string WithoutQuotes(string text) =>
        Quoted.Replace(text, quote => quote.Length == text.Length ? quote.Value : Quote);

    private static bool IsMade(string text, Match request) => ToReader.Regex.IsMatch(text, request.Index);

    [GeneratedRegex("""
        "[^"\n]{2,120}" | [“„][^“”\n]{2,120}[“”] | «[^»\n]{2,120}» | 「[^」\n]{2,120}」 | (?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w)){2,120}'(?!\w)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Quoted { get; }

    /// <summary>Stands before what the reader is asked: the start of a clause, a polite word, "you can"; in "they email us" and "to book a demo" nothing does.</summary>
    private static Pattern ToReader { get; } = new(
        """
        \G(?<=(?: ^\W* | [^\w\s"'“”„«»]\s* | \n\s*
          | \b(?:please|pls|plz|kindly|simply|feel\sfree\sto|hesitate\sto|(?:be|make)\ssure\s(?:to|you)|go|suggest\syou|recommend\syou|to\s(?:know|learn|read|see|find\sout)\smore|bitte|quieres?|quiser|puder|voulez|veux)\s+ | \bso\s+
          | \byou(?:'re|'d|'ll)?\s+(?:(?:can|could|may|might|should|must|will|want|need|have|like|would|are|always|also|just|simply|totally|welcome|free|to)\s+){1,4}
          | \bif\s(?:you|any(?:one|body)|some(?:one|body))(?:\s(?!(?:they|we|who|to|people|customers|users|clients|buyers|folks|others)\b)[\w'-]+){0,6}\s | \bif\syou\s(?:want|like|care)\sto\s
          | (?:^\W*|[.!?:;\n]\s*)(?:please\s)?(?:like|comment|reply|retweet|rt|repost|share|follow|subscribe|register|drop|leave|click|check|visit|join|grab|read|hit|call)\b[^.!?\n]{0,60}?\s(?:and|or|then)\s)
          (?:(?:and|or|so|but|then|also|just|do|please|simply|always|now|either|und|oder|dann|gern|einfach|y|o|et|ou|e)\s+)*)
        """);

    /// <summary>What a request is not followed by: the thing that bears it as a name ("contact us pages"), or what is said of it.</summary>
    private const string Itself = @"(?!\w)(?!['’]s\b|\ (?:buttons?|pages?|forms?|links?|fields?|labels?|ctas?|sections?|popups?|banners?|headlines?|rooms?|spam|is|was|are|were|sounds?|means?|beats?|costs?|works?|worked|never)\b)";

    private static Pattern Messages { get; } = new(
        $$"""
        (?<!\w)(?: (?:dm|pm|message|e-?mail|text|whatsapp|ping|contact)\ (?:me|us)(?!\ when\b) | (?:hit|ping)\ (?:me|us)\ up | (?:dm|pm|inbox|message)\ for\ (?:(?:more|the|my|our|an?|free|full)\ )*(?:details?|info\w*|access|links?|prices?|pricing|rates?|templates?|checklists?|guides?|playbooks?|demos?|help|more)
        | (?:check|see)\ your\ (?:dms?|inbox) | (?:slide|hop|jump)\ into\ (?:my|our)\ dms? | (?:shoot|drop|send)\ (?:me|us)\ (?:an?|your)\ (?:quick\ |short\ )?(?:dm|pm|message|email|e-mail|line|note|text) | (?:reach\ out|get\ in\ touch)\ (?:(?:to|with)\ (?:me|us)|any\ ?time|if\ you)
        | (?:book|schedule|grab)\ (?:a|your)\ (?:free\ |quick\ )?(?:demo|slot|consultation|(?:call|meeting)(?!\ with\ (?!(?:me|us)\b)))(?:\ with\ (?:me|us))? | (?:book|schedule|grab|pick|find|choose)\ (?:an?|your|any|some)\ (?:\w+\ )?(?:time|spot|slot|seat|call|chat|hour)\ (?:on|in|with|from)\ (?:my|our)\ (?:calendar|calendly|schedule)
        | (?:drop|leave)\ your\ (?:email|e-mail|number) | (?:comment|reply|respond|type|write|drop|leave|say)\b[^.!?\n]{0,40}?\ and\ (?:i|we)(?:'ll|\ will|\ can)\ (?:\w+\ )?(?:send|dm|pm|share|pass|forward|message|email|give)
        ){{Itself}}
        """);

    private static Pattern Clicks { get; } = new(
        $$"""
        (?<!\w)(?: (?:check|see|visit|read|watch|try)\ (?:out\ )?(?:my|our)\ (?:\w+\ ){0,2}(?:products?|tools?|apps?|newsletters?|courses?|channels?|blogs?|threads?|videos?|books?|ebooks?|profiles?|pages?|sites?|websites?|startups?|podcasts?|guides?|templates?|services?|extensions?|plugins?|platforms?|saas)
        | follow\ (?:me|us)(?!\ so\ far) | follow\ (?:my|our)\ (?:\w+\ )?(?:accounts?|handles?|pages?|profiles?|channels?|blogs?|newsletters?|company|startup|journey|progress|work|build) | follow\ for\ more | subscribe\ (?:to\ (?:my|our|us)|for\ more|here|now)
        | sign\ up\ (?:for|to|on|at)\ (?:my|our) | sign\ up\ (?:here|now|today) | join\ (?:my|our)\ (?:\w+\ ){0,2}(?:newsletter|discord|slack|telegram|community|waitlist|list|server|group|beta|channel|webinar|cohort)
        | (?:use|enter|apply)\ (?:(?:my|our)\ (?:(?:promo|discount|referral|affiliate|coupon)\ )?(?:code|link|coupon)|(?:the\ |this\ )?(?:promo|discount|coupon|referral)\ code) | (?:start|get|grab|claim)\ your\ free\ \w+ | (?:get|grab|claim|download)\ (?:my|our)\ (?:free\ )?(?:\w+\ )?(?:guide|template|checklist|ebook|course|trial|app)
        | (?:get|grab|download|find|read)\ it\ (?:from|on|at)\ (?:my|our)\ (?:site|website|page|blog|profile|newsletter|store|shop)
        ){{Itself}}
        """);

    private static Pattern German { get; } = new(
        """
        (?<!\w)(?: (?:schreib|schreibt|schreiben\ sie)\ (?:mir|uns)(?=(?:\ (?:gern|einfach|doch|mal))*(?:\ (?:eine?|ne|'ne|per|privat|bei)\b|\s*(?:[,.!]|$))|\ (?:gern|einfach|doch)\b) | (?:schick|schickt)\ (?:mir|uns)\ (?:gern\ |einfach\ )?(?:eine|ne|'ne)\ (?:dm|pn|nachricht|mail)
        | (?:folg|folge|folgt|folgen\ sie)\ (?:mir|uns) | (?:melde?|meldet)\ (?:dich|euch)\ (?:gern\w*\ |einfach\ |jederzeit\ )*bei\ (?:mir|uns) | (?:abonnier|abonniere|abonniert)\ (?:mich|uns|meinen|unseren) | (?:buch|buche|bucht|vereinbar\w*)\ (?:gern\ )?(?:eine|einen|ein)\ (?:demo|termin|gespräch)(?!\ mit\ (?!mir|uns))
        )(?!\w)
        """);

    private static Pattern Romance { get; } = new(
        """
        (?<!\w)(?: (?:agenda|reserva)\ una\ (?:demo|llamada) | (?:réserve|réservez)\ une?\ (?:démo|appel)
        | (?:me\ (?:chama|manda|envia)|manda|chama)\ (?:(?:na|no|uma|um|a)\ )?(?:dm|direct|inbox|pv|privado|mensagem)(?:\ (?:pra|para)\ mim)? | me\ (?:segue|siga|sigam) | siga\ (?:meu|nosso)\ \w+ | agende\ uma\ (?:demo|reunião|conversa)
        )(?!\w)
        """);

    private static Pattern Contact { get; } = new(
        """
        (?<!\w)(?: (?:my|our)\ (?:dms?|inbox)\ (?:is|are|'s|stays?)\ (?:always\ )?open | (?:i|i've|we|we've|just)\ (?:just\ )?(?:dm|pm|message)'?e?d\ you
        | (?:feel\ free\ to|please|happy\ if\ you|hesitate\ to)\ (?:reach\ out|get\ in\ touch|connect(?=\ with\ (?:me|us)\b|\s*(?:[.,!;]|$)))
        | let's\ (?:connect|(?:chat|talk)(?=\s*(?:[.!]|$))|(?:hop|jump|get)\ on\ a\ (?:quick\ )?call|set\ up\ a\ call|schedule\ a\ (?:quick\ )?(?:call|chat|demo)) | (?:happy|glad|love|willing|up)\ (?:to|for)\ (?:(?:hop|jump|get)\ on|set\ up|schedule)\ an?\ (?:\w+\ )?(?:call|chat|zoom)(?!\ with\ (?!(?:me|us|you)\b))
        | (?<!\b(?:you|they|who|people|customers)(?:'re|'d|\ are|\ would)?\ )(?:happy|glad|love|willing)\ to\ (?:give|show|send|share|offer|set)\ (?:you\ |up\ )?(?:with\ you\ )?(?:an?|our|my|the)\ (?:free\ |quick\ |short\ )?(?:demo|trial|template|tour|walkthrough|link|discount|call|pilot)
        | (?:i|we)(?:'ll|\ can|\ could|\ will)\ (?:gladly\ |happily\ )?(?:dm|pm|send|email|forward|message)\ you
        )(?!\w)
        """);

    private static Pattern Places { get; } = new(
        """
        (?<!\w)(?: links?\ (?:is\ |are\ )?(?:in|on)\ (?:my|our)\ (?:bio|profile|page|pinned) | link\ in\ (?:the\ )?(?:bio|profile|comments)(?=\s*(?:[.!…,;)]|$|for\b)) | (?:in|on|to)\ (?:my|our)\ (?:bio|profile|pinned\ (?:post|tweet))
        | my\ (?:promo|discount|referral|affiliate|coupon)\ (?:code|link) | with\ our\ (?:promo|discount|referral|affiliate|coupon)\ (?:code|link)
        | links?\ (?:in|im)\ (?:meiner|der|unserer|meinem|unserem)\ (?:bio|profil) | (?:in|auf)\ (?:meinem|unserem)\ (?:profil|kanal|blog) | (?:enlace|link)\ en\ (?:mi|la)\ (?:bio|perfil) | lien\ (?:dans|en)\ (?:ma\ |la\ )?bio | link\ na\ (?:minha\ )?bio
        )(?!\w)
        """);

    private static Pattern Products { get; } = new(
        """
        (?<!\w)(?: (?:i|we|i've|we've|i'm|we're)\ (?:just\ |recently\ |actually\ |literally\ |have\ )?(?:built|made|created|launched|released|developed|shipped|wrote|building|build|make|offer|sell|run)\ (?:an?|our|my|the)\ (?:[\w-]+\ ){0,2}
            (?:(?:product|saas|platform|solution|service|startup|course|newsletter|agency|ebook|template)\ (?:just\ |exactly\ |precisely\ )?(?:for|that\ does|that\ solves|to\ solve|to\ fix)\ (?:just\ |exactly\ |precisely\ )?(?:this|that)
              |(?:tool|app|plugin|extension|bot|library)\ (?:just\ |exactly\ |precisely\ )?(?:for|that\ does|that\ solves|to\ solve|to\ fix)\ (?:just\ |exactly\ |precisely\ )(?:this|that))
        | our\ (?:product|platform|tool|app|service|solution|startup|software)\ (?:can\ help|could\ help|helps|solves|fixes|does\ (?:exactly|precisely|just)|handles\ (?:exactly|this|that)|(?:is|was)\ (?:built|made)\ for) | (?:that's|this\ is)\ (?:exactly\ )?(?:why|what)\ (?:we|i)(?:'re|'m)?\ (?:built|building|build)\ (?:our|my|with)\ \w+
        | (?:my|our)\ (?:product|platform|tool|app|service|solution|startup|software|saas|plugin|extension)\ (?:tackles|addresses|automates|solves|fixes|handles|covers|does|takes\ care\ of)\ (?:just\ |exactly\ |precisely\ )?(?:this|that|your)
        )(?!\w)
        """);

    /// <summary>Imperatives that no third person shares.</summary>
    private static Pattern RomanceImperatives { get; } = new(
        """
        (?<!\w)(?: (?:escríbeme|escríbenos|escribime) | (?:mándame|envíame|mandame)\ (?:un|una)\ (?:dm|md|mensaje|correo) | (?:sígueme|síguenos|seguime) | (?:suscríbete|suscribite)\ (?:a\ (?:mi|nuestr[oa]))?
        | (?:envoie|écris|envoyez|écrivez|contacte|contactez)[ -](?:moi|nous)(?:\ (?:un|en)\ (?:mp|dm|message|privé))? | (?:suis|suivez)[ -](?:moi|nous) | abonne(?:-toi|z-vous)\ à\ (?:ma|notre|mon)
        )(?!\w)
        """);

    private static Pattern Unspaced { get; } = new(
        """
        dmを?(?:ください|下さい|待って|お待ち|お送り|送って|どうぞ) | プロフ(?:ィール)?(?:欄)?(?:の|に(?:ある)?)(?:リンク|url) | フォロー(?:して(?:ください|ね|くれ)|お願い|よろしく) | 私信我 | 关注我 | 主页链接 | 디엠\s?주세요 | 팔로우\s?해\s?주세요
        """);

    // Each of several, so that a text is tried only on those it holds a word of.

    /// <summary>Solicit where the reader is told to do it.</summary>
    private static readonly PatternSet Requests = new(Messages, Clicks, German, Romance);

    /// <summary>Solicit wherever they stand.</summary>
    private static readonly PatternSet Offers = new(Contact, Places, Products, RomanceImperatives, Unspaced);
}
