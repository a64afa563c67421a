using System.Collections.Immutable;

namespace ViralTracker.Core.Projects;

/// <summary>Words of death, disaster and crime in their plain sense; wordings that are mostly figurative ("dead code", "kill a process") are left out.</summary>
public static class SensitiveWords
{
    public static ImmutableArray<string> Defaults { get; } =
    [
        .. """
        rest in peace|in loving memory|passed away|has died|have died|died yesterday|died today|died this morning|died peacefully|condolences|obituary|funeral|mourning the loss|mourn the loss|stillborn|miscarriage
        suicide|suicidal|self-harm|took his own life|took her own life|took their own life|overdosed
        mass shooting|school shooting|shooting victims|shot dead|gunman|gunmen|stabbed to death|was murdered|were murdered|murder of|murder victim|homicide|manslaughter|hostages|kidnapped|massacre|genocide|war crimes|terror attack|terrorist attack|bombing|airstrike|airstrikes|air strikes|casualties|were killed|was killed|people killed|been killed|killed in|killed by|death toll
        raped|rapist|sexual assault|sexually assaulted|sexual abuse|sex abuse|child abuse|child porn|csam|domestic violence|human trafficking
        earthquake|tsunami|plane crash|wildfire|wildfires|hurricane|flood victims|evacuated
        terminal cancer|diagnosed with cancer|cancer diagnosis
        ruhe in frieden|verstorben|gestorben|trauerfeier|ermordet|selbstmord|todesopfer|anschlag|erdbeben
        descanse en paz|ha fallecido|falleció|asesinado|asesinada|suicidio|terremoto|atentado terrorista
        repose en paix|est décédé|est décédée|assassiné|attentat|tremblement de terre|faleceu|suicídio|assassinado|terremoto|è morto|è morta|omicidio
        ご冥福|自殺|殺人|訃報|震災
        """.Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal),
    ];
}
