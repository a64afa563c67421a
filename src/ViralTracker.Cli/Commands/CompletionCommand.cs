using System.CommandLine;
using System.Text.Json.Nodes;
using ViralTracker.Cli.CommandLine;

namespace ViralTracker.Cli.Commands;

/// <summary><c>vt completion</c>: prints the script that makes a shell ask <c>vt [suggest]</c>.</summary>
internal static class CompletionCommand
{
    public const string Name = "completion";
    public const string Description = "Print a shell completion script; for bash: eval \"$(vt completion bash)\"";

    public static Command Build()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh" }.Among("bash", "zsh", "fish", "pwsh");
        var command = new Command(Name, Description) { shell };
        command.SetAction(parsed =>
        {
            var name = parsed.GetRequiredValue(shell);
            var script = name switch
            {
                "bash" => Bash,
                "zsh" => Zsh,
                "fish" => Fish,
                _ => Pwsh,
            };
            if (parsed.GetValue(GlobalOptions.Json)) JsonDoc.Write(new JsonObject { ["command"] = Name, ["shell"] = name, ["script"] = script });
            else Console.Out.Write(script);
            return ExitCode.Done;
        });
        return command;
    }

    // Where bash ends words at '=', a value is completed alone.
    private const string Bash = """
        _vt_complete() {
            local IFS=$'\n' word="${COMP_WORDS[COMP_CWORD]}" found
            found="$("${COMP_WORDS[0]}" "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)"
            [[ $word == "=" ]] && word=""
            [[ $word == -* ]] || found="$(sed 's/^--[a-z-]*=//' <<<"$found")"
            COMPREPLY=($(compgen -W "$found" -- "$word"))
        }
        complete -o default -F _vt_complete vt

        """;

    private const string Zsh = """
        _vt_complete() {
            local line="${(j: :)words[1,CURRENT-1]} ${PREFIX}"
            local -a found
            found=(${(f)"$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)"})
            if (( ${#found} )); then compadd -a found; else _files; fi
        }
        compdef _vt_complete vt

        """;

    private const string Fish = """
        function __vt_complete
            set -l line (commandline -cp | string collect)
            set -l found (vt "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
            if set -q found[1]
                string join \n -- $found
            else
                __fish_complete_path (commandline -ct)
            end
        end
        complete -c vt -f -a '(__vt_complete)'

        """;

    private const string Pwsh = """
        Register-ArgumentCompleter -Native -CommandName vt -ScriptBlock {
            param($word, $ast, $position)
            vt "[suggest:$position]" "$ast" | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }

        """;
}
