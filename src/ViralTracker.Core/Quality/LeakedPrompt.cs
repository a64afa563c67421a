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
        ^\s*[{\[]\s*["'{] | ["'][\w ]+["']\s*:\s*["'\[{] | ``` | \{\{ | \}\} | <\|\w* | \[/?inst\] | </?(?:system|user|assistant|instructions?|prompt)> | \\n
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Format { get; }

    private const string Label = @"(?:kind|persona|voice|tone|tonalité|tono|口調|constraints?|system|assistant|user|developer|role|lang|language)[\])】」*""']*\s?[:：]";

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
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant);

    private static Pattern Limits { get; } = new("""
        (?:max|min|at\ most|at\ least|under|within|between|up\ to)\.?\s.{0,12}\d{2,3}\s?(?:chars?|characters?|zeichen)\b | \d{2,3}\s?(?:to|and|-|–|bis|a|à|und)\s?\d{2,3}\s?(?:chars?|characters?|zeichen|caracteres|caractères)
        | \d{2,3}\s?(?:文字以内|文字以上|字以内) | (?:máximo|máx|maximum|höchstens|au\ plus)\s.{0,8}\d{2,3}\s?(?:zeichen|caracteres|caractères)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant);

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
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\bAIza[\w-]{10,}|\b(?:sk|pk|ghp|xox[abp])[-_][\w-]{10,}|\bAKIA[A-Z0-9]{8,}")]
    private static partial Regex Secrets { get; }

    private static readonly PatternSet Signs = new(Format, Labels, Blanks, Limits), SelfTalk = new(Self), Credentials = new(Secrets);
}
