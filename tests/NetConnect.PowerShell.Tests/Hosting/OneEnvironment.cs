namespace NetConnect.PowerShell.Tests.Hosting;

/// <summary>Tests that set environment variables: the process has one environment, so they run one after another and beside nothing else.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneEnvironment
{
    public const string Name = "environment";
}
