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
        | 以下(?:は|が|の).{0,6}(?:返信|回答|下書き) | (?:返信|回答)案
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline | RegexOptions.CultureInvariant);

    private static Pattern Limits { get; } = new("""
        (?:max|min|at\ most|at\ least|under|within|between|up\ to)\.?\s.{0,12}\d{2,3}\s?(?:chars?|characters?|zeichen)\b | \d{2,3}\s?(?:to|and|-|–|bis|a|à|und)\s?\d{2,3}\s?(?:chars?|characters?|zeichen|caracteres|caractères)
        | \d{2,3}\s?(?:文字以内|文字以上|字以内) | (?:máximo|máx|maximum|höchstens|au\ plus)\s.{0,8}\d{2,3}\s?(?:zeichen|caracteres|caractères)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant);

    // On words with single spaces, so that dots or dashes between them hide nothing.
    private static Pattern Self { get; } = new("""
        \ (?:as|i\ am|i\ m|being|speaking\ as)\ (?:an?\ |just\ an?\ |only\ an?\ )?(?:large\ )?(?:ai|llm|language\ model|ai\ (?:language\ )?(?:model|assistant)|chatbot|automated\ (?:account|assistant))[ ]
        | \ i\ (?:am|m)\ (?:a\ )?(?:bot|large\ language|gpt|chatgpt|gemini|claude)[ ]
        | \ (?:als|ich\ bin)\ (?:eine?\ )?(?:ki|sprachmodell|ki\ (?:modell|assistent))[ ]  | \ (?:como|soy|sou)\ (?:una?\ |um\ |uma\ )?(?:ia|inteligencia\ artificial|modelo\ de\ (?:lenguaje|linguagem))[ ]
        | \ (?:en\ tant\ qu\ |je\ suis\ une?\ )(?:ia|modèle\ de\ langage|intelligence\ artificielle)[ ]  | (?:ai|人工知能|言語モデル)\ ?(?:として|なので|ですので)
        | \ (?:as|like)\ (?:instructed|requested\ (?:by|in)|per\ (?:your|the|my)\ (?:instructions?|rules|prompt|guidelines))[ ]  | \ per\ (?:your|the|my)\ (?:instructions|prompt|guidelines)[ ]
        | \ (?:i\ was|i\ ve\ been|we\ were)\ (?:told|instructed|asked|prompted|configured)\ (?:to|not|by)[ ]  | \ (?:my|your)\ (?:system\ prompt|instructions|prompt|programming|guidelines|rules)\ (?:say|says|tell|tells|are|is|forbid|don|do\ not|require)\w*[ ]
        | \ the\ (?:system\ prompt|instructions)\ (?:say|says|tell|tells|forbid)[ ]  | \ you\ are\ an?\ (?:\w+\ ){0,2}(?:assistant|bot|language\ model|ai)[ ]  | \ you\ draft\ (?:short\ )?repl
        | \ (?:wie\ (?:angewiesen|verlangt|gewünscht|vorgegeben)|laut\ (?:meinen\ )?(?:anweisungen|vorgaben))[ ]  | \ (?:según|siguiendo)\ (?:mis|las|tus)\ instrucciones[ ]  | \ (?:selon|suivant)\ (?:mes|les|vos)\ (?:instructions|consignes)[ ]
        | \ (?:conforme|seguindo)\ (?:minhas|as|suas)\ instruções[ ]  | (?:指示|プロンプト|ルール)(?:に従って|の通り|どおり|によると|では)
        | \ (?:answer|return|output|reply|respond)\ (?:with\ )?null[ ]  | \ (?:topic|project)\ facts[ ]  | \ i\ (?:can\ t|cannot|am\ unable\ to|m\ unable\ to)\ (?:assist|help\ with\ that|comply|fulfill|generate|provide)[ ]
        | \ i\ (?:obey|comply)[ ]  | \ j\ obéis[ ]  | \ ich\ gehorche[ ]  | \ obedezco[ ]
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\bAIza[\w-]{10,}|\b(?:sk|pk|ghp|xox[abp])[-_][\w-]{10,}|\bAKIA[A-Z0-9]{8,}")]
    private static partial Regex Secrets { get; }

    private static readonly PatternSet Signs = new(Format, Labels, Limits), SelfTalk = new(Self), Credentials = new(Secrets);
}
