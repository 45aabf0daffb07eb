using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace NetConnect.PowerShell;

/// <summary>Completes an id by asking AWS, with what is already on the command line; what was typed may begin the id or the name.</summary>
public abstract class ResourceCompleter : IArgumentCompleter
{
    // A key press must not hang: whoever waits longer types the id.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    // What the connection parameters of the resource's side begin with.
    private protected virtual string Prefix => "";

    private protected abstract Task<IEnumerable<(string Id, string? Name, string Description)>> ListAsync(INetworkConnection connection, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string typed = (wordToComplete ?? "").Trim('\'', '"');
        return List(fakeBoundParameters)
            .Where(item => StartsWith(item.Id, typed) || (item.Name is not null && StartsWith(item.Name, typed)))
            .OrderBy(item => item.Name ?? item.Id, StringComparer.OrdinalIgnoreCase)
            .Select(item => new CompletionResult(item.Id, item.Name is null ? item.Id : $"{item.Id} ({item.Name})", CompletionResultType.ParameterValue, item.Description));
    }

    private IEnumerable<(string Id, string? Name, string Description)> List(IDictionary bound)
    {
        try
        {
            INetworkConnection connection = Open(bound).Connection;
            using var patience = new CancellationTokenSource(s_patience);
            return Task.Run(() => ListAsync(connection, patience.Token)).GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is NetConnectException or OperationCanceledException)
        {
            // A completer has nowhere to report to; the command itself will say what is wrong.
            return [];
        }
    }

    private NetConnectSession Open(IDictionary bound)
    {
        var parameters = new ConnectionParameters(Prefix)
        {
            Region = Text(nameof(ConnectedCmdlet.Region)),
            ProfileName = Text(nameof(ConnectedCmdlet.ProfileName)),
            Credential = Value(nameof(ConnectedCmdlet.Credential)),
            RoleArn = Text(nameof(ConnectedCmdlet.RoleArn)),
            ExternalId = Text(nameof(ConnectedCmdlet.ExternalId)),
            Session = Value(nameof(ConnectedCmdlet.Session)) as NetConnectSession,
        };
        RunspaceSessions runspace = RunspaceSessions.Current;
        SessionRequest request = parameters.ToRequest(runspace);
        return runspace.Open(parameters.NameCredentials || runspace.Default is null ? request : request with { Source = runspace.Default });

        object? Value(string name) => bound[Prefix + name] is PSObject wrapped ? wrapped.BaseObject : bound[Prefix + name];

        string? Text(string name) => Value(name)?.ToString();
    }

    private static bool StartsWith(string text, string typed) => text.StartsWith(typed, StringComparison.OrdinalIgnoreCase);
}
