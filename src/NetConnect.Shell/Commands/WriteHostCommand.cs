using System.Management.Automation;

namespace NetConnect.Shell.Commands;

/// <summary>Writes text to the host: the part of Write-Host that scripts use.</summary>
[Cmdlet(VerbsCommunications.Write, "Host")]
public sealed class WriteHostCommand : PSCmdlet
{
    /// <summary>What to write.</summary>
    [Parameter(Position = 0, ValueFromRemainingArguments = true, ValueFromPipeline = true)]
    [Alias("Object")]
    public object? Message { get; set; }

    /// <summary>Stays on the line.</summary>
    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    /// <summary>Accepted, so that scripts run; this shell writes in one colour.</summary>
    [Parameter]
    public ConsoleColor ForegroundColor { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var message = new HostInformationMessage
        {
            Message = LanguagePrimitives.ConvertTo<string>(Message) ?? "",
            NoNewLine = NoNewline,
        };
        // The engine shows records with this tag whatever $InformationPreference says, and 6> redirects them.
        WriteInformation(message, ["PSHOST"]);
    }
}
