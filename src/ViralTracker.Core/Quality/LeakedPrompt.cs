using System.Text.RegularExpressions;
using ViralTracker.Core.Texts;

namespace ViralTracker.Core.Quality;

/// <summary>Pieces of the request, of the answer's format or of the model's own account of itself. Talk about prompts and models in general passes.</summary>
internal static partial class LeakedPrompt
{
    public static Rejection? Check(DraftToCheck draft, QualityContext context)
    {
        var found = context.KindNames?.Find(draft.Folded) ?? Signs.Find(draft.Folded) ?? SelfTalk.Find(draft.Spaced) ?? Credentials.Find(draft.Text) ?? context.PromptWords(draft.Words);
        return found is null ? null : new(QualityRule.LeakedPrompt, $"\"{found.Trim()}\" belongs to the request, not to a reply.");
    }

    [GeneratedRegex("""
        ^\s*[{\[]\s*["'{] | ["'][\w ]+["']\s*:\s*["'\[{] | ``` | \{\{ | \}\} | <\|\w* | \[/?inst\] | </?(?:system|user|assistant|instructions?|prompt|reply|response|answer|draft|tweet|comment|suggestion|thinking|think|reasoning|analysis|final|persona|kind)\s?/?> | </?[a-z]+_[a-z_]+> | \\n
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Format { get; }

    private const string Label = @"(?:kind|persona|voice|tone|tonalité|tono|口調|constraints?|system|assistant|user|developer|role|lang|language|sentiment|(?:character|char|word)\s?count)[\])】」*""']*\s?[:：]";

    /// <summary>Where a label stands rather than a noun: at the start of the text, a line or a sentence, within brackets, or in front of another.</summary>
    private static Pattern Labels { get; } = new($$"""
        ^[\ \t]*[\[(【「*]*(?:draft|reply|response|answer|comment|tweet|output|entwurf|antwort|respuesta|borrador|réponse|brouillon|resposta|rascunho|返信案?|回答|下書き)(?:\s?\d)?[\])】」*]*\s?[:：]
        | ^[\ \t]*(?:[\[(【「*]*(?:suggestion|option)\s?\d | [\[(【「*]+(?:suggestion|option))[\])】」*]*\s?[:：]
        | (?:^|[.!?。！？]\s|[\[(【「\{"'`|])\s*[-*•]*\s?{{Label}} | (?<!\w){{Label}}\s?[^\s:.!?][^:.!?\n]{0,30}[\s,;|/]{{Label}}
        | (?<!\w)(?:max(?:imum)?\ (?:length|chars?|characters?)|min(?:imum)?\ length|project\ facts?(?:\ say)?)\s?[:：]
        | ^[\ \t]*(?:funny|debate|relate)\s?[:：] | (?:here(?:'s|\ is|\ are)|sure[,!])\s.{0,12}\b(?:draft|reply|response|answer|suggestion)s?\b
        | ^[\ \t]*sure[,!].{0,10}\bhere(?:'s|\ is) | (?:hier\ ist|aquí\ (?:está|tienes)|voici|aqui\ está)\s.{0,12}(?:antwort|entwurf|respuesta|borrador|réponse|brouillon|resposta|rascunho)
        | ^[\ \t]*here(?:'s|\ is)\ (?:an?|the|my|your|one)\ (?:(?!(?:that|which|in|for|of|on|we|i)\b)[\w-]+\ ){0,3}?(?:version|draft|reply|response|rewrite|rewording|take|suggestion|tweet|comment|answer|post)\b[^:\n.!?]{0,30}[:：]
        | 以下(?:は|が|の).{0,6}(?:返信|回答|下書き) | (?:返信|回答)案
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline | RegexOptions.CultureInvariant);

    /// <summary>What somebody is to fill in: in brackets, after no word, so that an index of code is none.</summary>
    private static Pattern Blanks { get; } = new("""
        (?<![\w\])])\[(?:(?:insert|add|enter|specify|describe|mention|include)\ [^\]\n]+|(?:your|their|the|my|first|last|user|company|product|tool|project|brand|author|customer|recipient|team)?[\ _]?(?:name|company|product|tool|brand|link|url|handle|username|number|topic|example|placeholder|date|website|niche|industry|x)(?:\ (?:here|name))?)\](?!\()
        | \{(?:first|last|user|company|product|your)[\ _]?name\} | <(?:insert|your|add)\ [^>\n]+>
        """);

    /// <summary>What is said to whom reads the draft first: which of several it is, how it was made, what was asked for.</summary>
    private static Pattern Asides { get; } = new($$"""
        ^\W*(?:[\w'-]+\ ){0,2}?(?:(?:option|variante?|alternative|take|attempt|suggestion|vorschlag|opción|opção|entwurf|draft|reply)\s?(?:\#?\d|[a-d])(?:\s?\([^)\n]{1,40}\))?|(?:version|versión|versão)\s?[a-d](?:\s?\([^)\n]{1,40}\))?|(?:option|variante?|version|alternative|take|draft|reply)\s?\d?\s?\([^)\n]{1,40}\))\W{0,3}[:：]
        | \((?:version|variante?|option|draft|take)\s(?:\d|[a-d])\b[^)\n]{0,40}\) | (?:^|[.!?]\s)[^.!?:\n]{0,40}\({{Manner}}(?:[,/]\s?[^)\n]{1,30})?\)\W{0,2}[:：] | \({{Manner}}(?:[,/]\s?[^)\n]{1,30})?\)\W{0,2}$
        | ^[^.!?:\n]{0,70}\bas\ (?:required|requested|instructed|specified|directed|per\ (?:the|your|my)\ \w+)\b[^.!?:\n]{0,20}[:：] | ^[^.!?:\n]{0,60}\b(?:(?:the|my|your|this)\ persona|brand\ voice|in\ character|character\ limit|(?:requested|required|desired|specified|given)\ (?:tone|voice|style|length|format|language))\b[^.!?:\n]{0,50}[:：] | ^\W*temperature\s?=?\s?[\d.]+(?:\ \w+){0,2}\s?[:：]
        | in\ (?:keeping|line|accordance|compliance)\ with\ (?:the|my|your)\ (?:persona|guidelines|instructions|constraints|brand\ voice|voice|tone|system\ prompt)\b | \b(?:generating|generated|providing|offering|writing|drafting|here's|here\ is)\ (?:an?\ )?(?:safer|softer|more\ neutral|neutral|shorter|revised|alternative)\ (?:variant|version|reply|response|draft)\b
        | ^\W*(?:note|hinweis|nota|注意?)(?:\ to\ (?:the\ )?(?:self|editor|reviewer|user))?\s?[:：][^\n]{0,80}?\b(?:poster|keep\ (?:it|this)\ \w+|no\ (?:emojis?|hashtags?|links?)|avoid(?:ed|ing)?\ \w+|the\ (?:reply|draft|response)|persona)\b | ^\W*(?:rationale|reasoning|cta|(?:reply\ )?strategy|summary\ of\ (?:the\ )?(?:linked|attached|tweet|post|thread|article)[^:\n]{0,30})\s?[:：]
        | here\ are\ (?:two|three|four|five|\d|a\ few|some|several)\ (?:[\w-]+\ )?(?:options|replies|drafts|suggestions|alternatives|versions|variations|responses|tweets)\b | ^\W*(?:alternative|alternatively|skip(?:ped)?|(?:answer|reply|respond|response|translation)\ in\ \w+)\s?[:：] | ^\W*(?:null|none|n/a|nil|undefined|no\ (?:reply|response|suggestion|draft))\W*$ | ^\W*the\ (?:user|poster)\ (?:is|asked|asks|seems|appears|wants|expresses|mentions)\b | ^\*[^*\n]{0,30}\b(?:tone|voice|reply|persona)\b[^*\n]{0,30}\*
        | \b(?:original|provided|given)\ (?:tweet|post|text)\ (?:is|was|seems|appears)\ (?:to\ be\ )?(?:cut\ off|truncated|incomplete|missing|empty) | \b(?:tweet|post|text)\ appears\ (?:to\ be\ )?(?:cut\ off|truncated|incomplete) | \b(?:not\ enough|insufficient|have\ enough|without\ (?:more|further))\ (?:context|information)\ (?:[\w\ ]{0,25}\bto\ (?:answer|reply|respond|draft|write|make)\b|in\ the\ (?:tweet|post)\b) | (?:^|[.!?(\[]\s?)no\ (?:link|image|context|facts?|url|article|screenshot)s?\ (?:was\ |were\ |is\ )?(?:provided|given|available|supplied)\b
        | \b(?:let\ me\ know\ if\ you(?:'d\ like|\ want|\ need)|would\ you\ like|do\ you\ want)\ (?:me\ to\ (?:adjust|rewrite|revise|change|shorten|make|tweak)|(?:an?|any)\ (?:\w+\ )?(?:version|tone|variation|changes|edits|revisions|alternatives?))\b | \bfeel\ free\ to\ (?:edit|adjust|tweak|modify)\ (?:this|it|as\ needed|the\ (?:tone|draft|reply))\b | [(\[](?:no|without)\ (?:hashtags?|emojis?|links?)\b[^)\]\n]{0,30}[)\]] | \[(?:end|start|begin|no)\b[^\]\n]{0,10}(?:reply|response|answer|draft|tweet|message|output)[^\]\n]{0,10}\]
        | \[/[a-z][\w\ -]*\] | \[[^\]\n]{0,60}\b(?:could\ not|couldn't|unable\ to|not\ available|unavailable|omitted|redacted|optional|if\ (?:needed|relevant|applicable)|goes\ here)\b[^\]\n]{0,40}\](?!\()
        | [(\[](?:[^)\]\n]{0,20}(?:word|character|char)\s?count\b[^)\]\n]{0,60}|(?:length:?\s|approx\.?\s|ca\.?\s|~)?\d{1,3}\s?(?:chars?|characters?|words?|tokens?|zeichen|wörter|caracteres|palabras|palavras|caractères|mots|文字|字)|\d{1,3}\s?/\s?\d{3})[)\]]\W*$
        | ^[^\n/]{15,}\s/{1,3}\s[^\n/]{15,}\s/{1,3}\s[^\n/]{15,}$ | [.!?"']\s*\|\|\s*\S | [.!?"']\s+(?:or|oder|o\ bien|ou\ bien|または)\s?[:：]\s | \n\s*(?:or|oder|-{3,})\s*\n
        """);

    /// <summary>How a reply was ordered to sound.</summary>
    private const string Manner = @"(?:(?:slightly|mildly|very|more|less|a\ bit)\ )?(?:sarcastic|dry|funny|humorous|humou?r|playful|witty|respectful|neutral|friendly|casual|formal|professional|empathetic|supportive|contrarian|concise|add[\ -]value|ask[\ -]question|relatable|relate|debate|as\ (?:requested|instructed|required|asked))";

    /// <summary>What a drafter cannot look at, and people can. On words with single spaces, as what follows.</summary>
    private static Pattern Unseen { get; } = new("""
        \ (?:i|we)\ (?:(?:currently|actually|also)\ )?(?:don\ t|do\ not|didn\ t)\ (?:\w+\ )?have\ (?:\w+\ )?access\ to\ (?:\w+\ ){0,3}?(?:images?|photos?|pictures?|screenshots?|videos?|attachments?|links?|urls?|articles?|threads?|real\ time|internet|web|live|external|browsing|tweets?|posts?|conversation)[ ]
        | \ (?:(?:i|we)\ )?(?:can\ t|cannot|can\ not|couldn\ t|could\ not|(?:unable|not\ able)\ to)\ (?:\w+\ )?(?:see|view|open|access|browse|retrieve|load|display|watch|process|fetch|identify)\ (?:the\ |this\ |that\ |your\ |any\ |an\ )?(?:(?:attached|linked|shared|external|embedded|actual|referenced)\ )*(?:images?|photos?|pictures?|screenshots?|videos?|attachments?|links?|urls?|gifs?|media|internet)[ ]
        | \ (?:attached|linked|embedded|shared|referenced)\ (?:\w+\ ){1,2}(?:could\ not|couldn\ t|cannot|can\ t|can\ not)\ be\ \w+ed[ ]  | \ (?:links?|images?|videos?|attachments?|screenshots?|urls?|articles?)\ (?:could\ not|couldn\ t|cannot|can\ t|can\ not)\ be\ (?:\w+ed|seen|read)\ (?:from\ )?(?:here|by\ me|on\ my)[ ]
        | \ without\ (?:being\ able|access|the\ ability)\ to\ (?:(?:actually|open|see|view|read|access|watch)\ )*(?:the|this|that|your)\ (?:\w+\ )?(?:image|photo|picture|screenshot|video|attachment|link|article|thread|repository|repo|page|paper)[ ]  | \ (?:question|reply|response|answer)\ based\ (?:solely\ |only\ |purely\ )?on\ the\ (?:tweet|post|text)[ ]
        | \ (?:missing|absent|not\ (?:included|provided|available|present|supplied))\ (?:from|in)\ (?:the\ )?(?:input|prompt|request)[ ]  | \ (?:share|provide|paste|describe|send|give)\ (?:\w+\ ){1,6}and\ i\ (?:ll|will|can)\ (?:\w+\ )?(?:help|draft|write|assist|respond|reply|generate)[ ]
        | \ ich\ (?:kann|konnte)\ (?:das|den|die)\ (?:\w+\ )?(?:bild|foto|link|video|screenshot|artikel)\ (?:\w+\ ){0,2}nicht\ (?:sehen|öffnen|aufrufen|abrufen|laden|ansehen|anzeigen)[ ]  | \ keinen\ zugriff\ auf\ (?:das|den|die)\ (?:\w+\ )?(?:bild|foto|link|video|screenshot|artikel|internet)[ ]
        | \ no\ (?:puedo|logro|tengo\ acceso)\ (?:(?:ver|abrir|acceder|a|al)\ )+(?:la\ |el\ |las\ |los\ )?(?:\w+\ )?(?:imagen|imágenes|enlaces?|fotos?|vídeos?|videos?|captura|artículo)[ ]  | \ je\ (?:ne\ |n\ )?(?:peux|parviens|ai)\ pas\ (?:(?:accès|accéder|à|voir|ouvrir|consulter)\ )+(?:l\ |la\ |le\ |au\ |cette\ |votre\ )?(?:image|lien|photo|vidéo|capture|article)[ ]
        | \ não\ (?:consigo|posso|tenho\ acesso)\ (?:(?:ver|abrir|acessar|à|ao|a|o)\ )+(?:imagem|link|foto|vídeo|captura|artigo)[ ]  | (?:画像|写真|リンク|動画|記事|url)\ ?(?:を|は|が|の(?:中身|内容)(?:を|は))\ ?(?:見る|開く|確認する?|閲覧する?|表示する?|参照する?)?(?:ことが|ことは)?\ ?(?:できない|できません|見られません|見えません|開けません)
        """);

    /// <summary>Where a model's knowledge ends, and what it will not do.</summary>
    private static Pattern Refusals { get; } = new("""
        \ my\ (?:information|knowledge|training|training\ data)\ (?:only\ )?(?:ends?|ended|stops?|stopped|cuts?|goes|runs|extends|reaches|dates|is\ (?:current|limited|only)|was\ last)[ ]  | \ my\ (?:\w+\ )?(?:knowledge|training|data)\ (?:cutoff|cut\ off)[ ]  | \ as\ of\ my\ (?:last|latest|knowledge|training)[ ]
        | \ (?:mein\ (?:wissen|wissensstand|kenntnisstand)|meine\ (?:trainings)?daten)\ (?:endet|enden|reicht|reichen|ist\ von)[ ]  | \ mis\ (?:datos|conocimientos)\ (?:llegan|terminan|acaban)[ ]  | \ mes\ (?:connaissances|données)\ (?:s\ arrêtent|vont\ jusqu)[ ]  | \ meu\ conhecimento\ (?:vai|termina)[ ]  | 私の(?:知識|学習データ|情報)は
        | \ (?:being|as)\ (?:just\ |only\ |mere\ )?(?:software|an?\ (?:machine|program|algorithm|computer\ program|virtual\ assistant)|artificial\ intelligence)\ i[ ]
        | \ my\ (?:guidelines|guardrails|instructions|programming|training|safety\ (?:guidelines|rules|policy))\ (?:ask|asks|prevents?|limits?|restricts?|requires?|allows?|won\ t|wants?|states?|prohibits?|keeps?|discourages?|suggests?|forbids?|tells?|says?|don\ t|doesn\ t|do\ not|does\ not)[ ]
        | \ i\ (?:m|am)\ (?:sorry|afraid)\ (?:but\ )?(?:i\ )?(?:can\ t|cannot|won\ t|am\ not\ able\ to|m\ not\ able\ to)\ (?:help|assist|write|create|draft|generate|comment|engage|respond|reply|provide|fulfill|produce|discuss)[ ]
        | \ i\ (?:can\ t|cannot|won\ t|(?:m|am)\ (?:unable|not\ able)\ to|must\ decline\ to|have\ to\ decline\ to)\ (?:write|draft|create|produce|compose|engage|help)\ (?:(?:with|on|a|an|any|the|this|that|such)\ )*(?:\w+\ ){0,2}?(?:request|repl\w+|responses?|comments?|tweets?|draft|content)[ ]  | \ i\ (?:must|have\ to)\ (?:respectfully\ )?decline[ ]
        | \ ich\ (?:kann|darf)\ (?:\w+\ ){0,3}(?:anfrage|bitte|aufforderung|wunsch)\ (?:\w+\ ){0,2}nicht\ (?:nachkommen|erfüllen|beantworten)[ ]  | \ ich\ kann\ (?:dabei|hierbei|damit)\ (?:leider\ )?nicht\ (?:helfen|dienen|weiterhelfen)[ ]  | \ no\ puedo\ (?:ayudar\w*|cumplir|asistir\w*)\ con\ (?:eso|esto|esa|esta)[ ]
        | \ je\ ne\ peux\ pas\ (?:vous\ |t\ )?(?:aider|répondre)\ (?:avec|à)\ (?:cela|ça|cette)[ ]  | \ não\ posso\ (?:ajudar|atender)\ (?:com\ |a\ )?(?:isso|essa|esse)[ ]  | (?:お手伝い|お答え|対応|ご要望)(?:は|には|することは)?(?:お応え)?(?:でき(?:ません|かねます)|いたしかねます)
        """);

    private static Pattern Limits { get; } = new("""
        (?:max|min|at\ most|at\ least|under|within|between|up\ to)\.?\s.{0,12}\d{2,3}\s?(?:chars?|characters?|zeichen)\b | \d{2,3}\s?(?:to|and|-|–|bis|a|à|und)\s?\d{2,3}\s?(?:chars?|characters?|zeichen|caracteres|caractères)
        | \d{2,3}\s?(?:文字以内|文字以上|字以内) | (?:máximo|máx|maximum|höchstens|au\ plus)\s.{0,8}\d{2,3}\s?(?:zeichen|caracteres|caractères)
        """);

    /// <summary>Stands after "as an AI" where a model speaks of itself; in "as an AI skeptic" somebody else does.</summary>
    private const string Speaks = @"(?=$|(?:i|my|me|we|it|this|that|the|there|an?|you|your|can|cannot|don|do|am|have|would|will|should|trained|created|developed|made|designed|built|without|not|so|but)\ )";

    private const string SomebodyElse = @"(?!(?:users?|researchers?|engineers?|developers?|vendors?|compan\w+|founders?|startups?|s[ck]eptics?|critics?|fans?|owners?|builders?|makers?|buyers?|customers?|nerds?|teams?|persons?|people|guy|trainers?|tools?|features?)\ )";

    /// <summary>What orders to a drafter are about, within a few words.</summary>
    private const string OfReplies = @"(?:\w+\ ){0,4}?(?:repl(?:y|ies)|answers?|respond|responses?|comments?|drafts?|short|brief|dry|funny|neutral|polite|tone|voice|character|persona|characters|lines?|sentences?|questions?|hashtags?|emojis?|links?|instructions|rules|prompt|guidelines|posts?|tweets?|topic|null|json)\ ";

    // On words with single spaces, so that dots or dashes between them hide nothing.
    private static Pattern Self { get; } = new($$"""
        \ (?:as|being|speaking\ as)\ (?:just\ |only\ )?an?\ (?:(?:ai|llm|chatbot|bot)\ {{Speaks}}|(?:large\ language\ model|language\ model|ai\ (?:language\ )?(?:model|assistant)|automated\ (?:account|assistant))\ {{SomebodyElse}}) | \ as\ ai\ i\ (?:can|cannot|m|am|don|do\ not|have)[ ]
        | \ i\ (?:am|m)\ (?:just\ |only\ )?(?:an?\ )?(?:(?:gpt|chatgpt|gemini|claude)\ |(?:ai|llm|chatbot|bot)\ (?=$|(?:and|who|with|here|not|too|myself|after)\ |{{Speaks}})|(?:large\ language|language\ model|ai\ (?:language\ )?(?:model|assistant)|automated\ (?:account|assistant))\ {{SomebodyElse}})
        | \ (?:als|ich\ bin)\ (?:eine?\ )?(?:ki\ (?=$|(?:ich|kann|habe|bin|darf|weiss|und|ohne|mit|es|das|mein\w*|modell|assistent\w*)\ )|(?:ki\ )?sprachmodell\ ) | \ (?:como|soy|sou)\ (?:una?\ |um\ |uma\ )?(?:(?:ia|inteligencia\ artificial|inteligência\ artificial)\ (?=$|(?:no|não|yo|eu|me|mi|meu|minha|soy|sou|puedo|posso|tengo|tenho|que|sin|sem|y|e)\ )|modelo\ de\ (?:lenguaje|linguagem)\ )
        | \ (?:en\ tant\ qu\ |je\ suis\ une?\ )(?:ia|modèle\ de\ langage|intelligence\ artificielle)[ ]  | (?:言語モデル|(?:私|わたし|僕|こちら|当方)(?:は|も)\ ?(?:ai|人工知能))\ ?(?:として|なので|ですので) | ^\ (?:ai|人工知能)\ として | (?:作为|身为)(?:一个|一名)?\ ?(?:ai\ (?:我|语言模型|助手|模型)|人工智能(?:助手|\ ?我)|大?语言模型) | \ (?:как|я)\ (?:языковая|большая\ языковая)\ модель[ ]  | \ как\ ии\ я[ ]  | \ (?:저는\ )?(?:ai|인공지능|언어\ ?모델)로서\ (?:저|제가)
        | \ (?:as|like)\ (?:instructed|requested\ (?:by|in)|per\ (?:your|the|my)\ (?:instructions?|rules|prompt|guidelines))[ ]  | \ per\ (?:your|the|my)\ (?:instructions|prompt|guidelines)[ ]
        | \ (?:i\ was|i\ ve\ been|we\ were)\ (?:(?:configured|programmed)\ (?:to|not|by)\ |(?:told|instructed|asked|prompted)\ (?:not\ )?(?:to|by)\ {{OfReplies}}) | \ my\ (?:system\ prompt|instructions|prompt|programming|guidelines|rules)\ (?:say|says|tell|tells|forbid|don|do\ not|require|(?:are|is)\ (?:not\ )?to)\w*[ ]
        | \ your\ (?:system\ prompt|instructions|prompt|programming|guidelines|rules)\ (?:says?|tells?|forbids?|requires?|(?:are|is)\ (?:not\ )?to)\ (?:(?:to|me|not|no|that\ i|that\ the)\ )+{{OfReplies}} | \ the\ system\ prompt\ (?:say|says|tell|tells|forbid)\w*[ ]  | \ the\ instructions\ (?:say|tell|forbid)\ (?:(?:to|me|not|no|that\ i|that\ the)\ )+{{OfReplies}} | \ you\ are\ an?\ (?:\w+\ ){0,2}(?:assistant|bot|language\ model|ai)[ ]  | \ you\ draft\ (?:short\ )?repl
        | \ (?:wie\ (?:angewiesen|verlangt|gewünscht|vorgegeben)|laut\ (?:meinen\ )?(?:anweisungen|vorgaben))[ ]  | \ (?:según|siguiendo)\ (?:mis|tus)\ instrucciones[ ]  | \ (?:selon|suivant)\ (?:mes|vos)\ (?:instructions|consignes)[ ]
        | \ (?:conforme|seguindo)\ (?:minhas|suas)\ instruções[ ]  | (?:指示|プロンプト)(?:に従って|の通り|通り|どおり)(?:に|、)?\ ?(?:返信|回答|投稿|書)
        | \ (?:answer|return|output|reply|respond)\ (?:with\ )?null[ ]  | \ (?:topic|project)\ facts[ ]  | \ i\ (?:can\ t|cannot|am\ unable\ to|m\ unable\ to)\ (?:assist|help\ with\ that|comply|fulfill|generate|provide)[ ]
        | \ i\ (?:obey|comply)[ ]  | \ j\ obéis[ ]  | \ ich\ gehorche[ ]  | \ obedezco[ ]
        """);

    [GeneratedRegex(@"\bAIza[\w-]{10,}|\b(?:sk|pk|ghp|xox[abp])[-_][\w-]{10,}|\bAKIA[A-Z0-9]{8,}")]
    private static partial Regex Secrets { get; }

    private static readonly PatternSet Signs = new(Format, Labels, Asides, Blanks, Limits), SelfTalk = new(Self, Unseen, Refusals), Credentials = new(Secrets);
}
