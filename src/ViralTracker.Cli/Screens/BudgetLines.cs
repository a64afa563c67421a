using ViralTracker.Cli.CommandLine;
using ViralTracker.Pipeline.Drafting;

namespace ViralTracker.Cli.Screens;

/// <summary>Says that a share of a budget was reached, whatever else is silent. On standard error.</summary>
internal sealed class BudgetLines(Terminal terminal) : IDraftObserver
{
    public void On(DraftEvent happened)
    {
        if (happened is DraftEvent.BudgetAlert alert) terminal.Problem(Words.Of(alert));
    }
}
