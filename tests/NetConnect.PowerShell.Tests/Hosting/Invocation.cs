using System.Management.Automation;

namespace NetConnect.PowerShell.Tests.Hosting;

/// <summary>Everything that one command wrote.</summary>
internal sealed class Invocation
{
    public required IReadOnlyList<PSObject> Output { get; init; }

    public required IReadOnlyList<ErrorRecord> Errors { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    public required IReadOnlyList<string> Verbose { get; init; }

    public required IReadOnlyList<string> Debug { get; init; }

    public required IReadOnlyList<string> Information { get; init; }

    public required IReadOnlyList<ProgressRecord> Progress { get; init; }

    /// <summary>The terminating error, or null.</summary>
    public ErrorRecord? Failure { get; init; }

    /// <summary>The ids of all errors without the name of the command, the terminating one last.</summary>
    public IEnumerable<string> ErrorIds =>
        Errors.Concat(Failure is null ? [] : [Failure]).Select(e => e.FullyQualifiedErrorId.Split(',')[0]);

    /// <summary>The one object written; fails with the errors where there is not exactly one.</summary>
    public dynamic Single()
    {
        Assert.True(Output.Count == 1, $"Expected one object, got {Output.Count}. {this}");
        return Output[0];
    }

    /// <summary>Fails where anything went wrong, and says what.</summary>
    public Invocation Succeeded()
    {
        Assert.True(Failure is null && Errors.Count == 0, ToString());
        return this;
    }

    /// <summary>All streams but the output, for the message of a failed test.</summary>
    public override string ToString() =>
        string.Join(
            Environment.NewLine,
            Errors.Concat(Failure is null ? [] : [Failure]).Select(e => $"{e.FullyQualifiedErrorId}: {e} {e.ScriptStackTrace}")
                .Concat(Warnings.Select(w => "warning: " + w)));
}
