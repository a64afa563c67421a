using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>
/// Asks to write to the speaker, to follow, to click or to buy, and products of the speaker's own. What is quoted is talked
/// about, and what the voice's own good examples say is the person's way.
/// </summary>
internal static class Solicitation
{
    public static Rejection? Check(DraftToCheck draft, QualityContext context)
    {
        foreach (var found in Calls.Matches(draft.Folded))
            if (!TextFolding.FoldProse(context.Examples).Contains(found.Value, StringComparison.Ordinal))
                return new(QualityRule.Solicits, $"\"{found.Value}\" solicits; ask for no messages, follows, clicks or calls and offer nothing of your own.");
        return null;
    }

    private static Pattern Messages { get; } = new(
        """
        (?<![\w"'“‘«„])(?: (?:just\ |please\ )?(?:dm|pm|message|email|text|whatsapp|ping)\ (?:me|us)(?!\ when\b) | (?:my|our)\ (?:dms?|inbox)\ (?:is|are|'s|stays?)\ (?:always\ )?open | (?:check|see)\ your\ (?:dms?|inbox) | (?:dm|pm|message)'?e?d\ you | (?:slide|hop|jump)\ into\ (?:my|our)\ dms?
        | (?:shoot|drop|send)\ (?:me|us)\ (?:an?|your)\ (?:quick\ |short\ )?(?:dm|pm|message|email|e-mail|line|note|text) | (?:feel\ free\ to|please|happy\ if\ you)\ (?:reach\ out|get\ in\ touch|contact\ (?:me|us)|connect) | (?:reach\ out|get\ in\ touch)\ (?:to\ (?:me|us)|with\ (?:me|us)|any\ ?time|if\ you) | contact\ (?:me|us)\b
        | let's\ (?:connect|(?:hop|jump|get)\ on\ a\ (?:quick\ )?call|set\ up\ a\ call|schedule\ a\ (?:quick\ )?(?:call|chat|demo)) | (?:book|schedule|grab)\ (?:a|your)\ (?:free\ |quick\ )?(?:call|demo|slot|consultation|meeting)(?!'s)(?:\ with\ (?:me|us))? | (?:drop|leave)\ your\ (?:email|e-mail|number)
        | (?:happy|glad|love|willing)\ to\ (?:give|show|send|share|offer|set)\ (?:you\ |up\ )?(?:with\ you\ )?(?:an?|our|my|the)\ (?:free\ |quick\ |short\ )?(?:demo|trial|template|tour|walkthrough|link|discount|call|pilot)
        )(?!\w)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant);

    private static Pattern Clicks { get; } = new(
        """
        (?<![\w"'“‘«„])(?: links?\ (?:is\ |are\ )?(?:in|on)\ (?:my|our)\ (?:bio|profile|page|pinned) | link\ in\ (?:the\ )?(?:bio|profile|comments)(?=\s*(?:[.!…,;)]|$|for\b)) | (?:in|on|to)\ (?:my|our)\ (?:bio|profile|pinned\ (?:post|tweet))
        | (?:check|see|visit|read|watch|try|see)\ (?:out\ )?(?:my|our)\ (?:\w+\ ){0,2}(?:products?|tools?|apps?|newsletters?|courses?|channels?|blogs?|threads?|videos?|books?|ebooks?|profiles?|pages?|sites?|websites?|startups?|podcasts?|guides?|templates?|services?|extensions?|plugins?|platforms?|saas)
        | follow\ (?:me|us|my|our)(?!\ so\ far) | follow\ for\ more | subscribe\ (?:to\ (?:my|our|us)|for\ more|here|now) | sign\ up\ (?:for|to|on|at)\ (?:my|our) | sign\ up\ (?:here|now|today) | join\ (?:my|our)\ (?:\w+\ ){0,2}(?:newsletter|discord|slack|telegram|community|waitlist|list|server|group|beta|channel|webinar|cohort)
        | (?:use|with)\ (?:my|our)\ (?:promo\ |discount\ |referral\ |affiliate\ )?(?:code|link|coupon) | (?:promo|discount|coupon|referral)\ code\b | (?:start|get|grab|claim)\ your\ free\ \w+ | (?:get|grab|claim|download)\ (?:my|our)\ (?:free\ )?(?:\w+\ )?(?:guide|template|checklist|ebook|course|trial|app)
        )(?!\w)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant);

    private static Pattern Products { get; } = new(
        """
        (?<![\w"'“‘«„])(?: (?:i|we|i've|we've|i'm|we're)\ (?:just\ |recently\ |actually\ |literally\ |have\ )?(?:built|made|created|launched|released|developed|shipped|wrote|building|build|make|offer|sell|run)\ (?:an?|our|my|the)\ (?:[\w-]+\ ){0,2}
            (?:(?:product|saas|platform|solution|service|startup|course|newsletter|agency|ebook|template)\ (?:just\ |exactly\ |precisely\ )?(?:for|that\ does|that\ solves|to\ solve|to\ fix)\ (?:just\ |exactly\ |precisely\ )?(?:this|that)
              |(?:tool|app|plugin|extension|bot|library)\ (?:just\ |exactly\ |precisely\ )?(?:for|that\ does|that\ solves|to\ solve|to\ fix)\ (?:just\ |exactly\ |precisely\ )(?:this|that))
        | our\ (?:product|platform|tool|app|service|solution|startup|software)\ (?:can\ help|could\ help|helps|solves|fixes|does\ (?:exactly|precisely|just)|handles\ (?:exactly|this|that)|(?:is|was)\ (?:built|made)\ for) | (?:that's|this\ is)\ (?:exactly\ )?(?:why|what)\ (?:we|i)(?:'re|'m)?\ (?:built|building|build)\ (?:our|my|with)\ \w+
        )(?!\w)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant);

    private static Pattern German { get; } = new(
        """
        (?<![\w"'“‘«„])(?: (?:schreib|schreibt|schreiben\ sie)\ (?:mir|uns)(?=\ (?:gern|einfach|eine?|ne|'ne|per|privat|doch|mal|bei)|\s*[,.!]) | (?:schick|schickt)\ (?:mir|uns)\ (?:gern\ |einfach\ )?(?:eine|ne|'ne)\ (?:dm|pn|nachricht|mail) | links?\ (?:in|im)\ (?:meiner|der|unserer|meinem|unserem)\ (?:bio|profil) | (?:in|auf)\ (?:meinem|unserem)\ (?:profil|kanal|blog)
        | (?:folg|folge|folgt|folgen\ sie)\ (?:mir|uns) | (?:melde?|meldet)\ (?:dich|euch)\ (?:gern\w*\ |einfach\ |jederzeit\ )*bei\ (?:mir|uns) | (?:abonnier|abonniere|abonniert)\ (?:mich|uns|meinen|unseren) | (?:buch|buche|bucht|vereinbar\w*)\ (?:gern\ )?(?:eine|einen|ein)\ (?:demo|termin|gespräch)
        )(?!\w)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant);

    private static Pattern Romance { get; } = new(
        """
        (?<![\w"'“‘«„])(?: (?:escríbeme|escríbenos|escribime)(?!\w) | (?:mándame|envíame|mandame)\ (?:un|una)\ (?:dm|md|mensaje|correo) | (?:enlace|link)\ en\ (?:mi|la)\ (?:bio|perfil) | (?:sígueme|síguenos|seguime) | (?:suscríbete|suscribite)\ (?:a\ (?:mi|nuestr[oa]))? | (?:agenda|reserva)\ una\ (?:demo|llamada)
        | (?:envoie|écris|envoyez|écrivez|contacte|contactez)[ -](?:moi|nous)(?:\ (?:un|en)\ (?:mp|dm|message|privé))? | lien\ (?:dans|en)\ (?:ma\ |la\ )?bio | (?:suis|suivez)[ -](?:moi|nous) | abonne(?:-toi|z-vous)\ à\ (?:ma|notre|mon) | (?:réserve|réservez)\ une\ (?:démo|appel)
        | (?:me\ (?:chama|manda|envia)|manda|chama)\ (?:(?:na|no|uma|um|a)\ )?(?:dm|direct|inbox|pv|privado|mensagem)(?:\ (?:pra|para)\ mim)? | link\ na\ (?:minha\ )?bio | me\ (?:segue|siga|sigam) | siga\ (?:meu|nosso)\ \w+ | agende\ uma\ (?:demo|reunião|conversa)
        )(?!\w)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant);

    private static Pattern Unspaced { get; } = new(
        """
        dmを?(?:ください|下さい|待って|お待ち|お送り|送って|どうぞ) | プロフ(?:ィール)?(?:欄)?(?:の|に(?:ある)?)(?:リンク|url) | フォロー(?:して(?:ください|ね|くれ)|お願い|よろしく) | 私信我 | 关注我 | 主页链接 | 디엠\s?주세요 | 팔로우\s?해\s?주세요
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant);

    // Several, so that a text is tried only on those it holds a word of.
    private static readonly PatternSet Calls = new(Messages, Clicks, Products, German, Romance, Unspaced);
}
