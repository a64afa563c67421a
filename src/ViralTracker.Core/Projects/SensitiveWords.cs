using System.Collections.Immutable;

namespace ViralTracker.Core.Projects;

/// <summary>Words of death, disaster and crime that are seldom figures of speech; those that often are ("dead", "passed away") are left to rules about the words beside them.</summary>
public static class SensitiveWords
{
    public static ImmutableArray<string> Defaults { get; } =
    [
        .. """
        in loving memory|stillborn
        self-harm|took his own life|took her own life|took their own life
        mass shooting|school shooting|shooting victims|shot dead|gunman|gunmen|stabbed to death|homicide|manslaughter|genocide|war crimes|airstrike|airstrikes|air strikes|death toll
        raped|rapist|rapists|sexual assault|sexually assaulted|sexual abuse|sex abuse|child abuse|child porn|csam|domestic violence|domestic abuse|human trafficking
        terminal cancer|cancer diagnosis
        ruhe in frieden|trauerfeier|todesopfer
        descanse en paz|repose en paix|descanse em paz
        ご冥福|自殺|殺人|訃報|震災
        """.Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal),
    ];
}
