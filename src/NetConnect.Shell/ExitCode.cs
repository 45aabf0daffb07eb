namespace NetConnect.Shell;

/// <summary>What the process tells its caller; <c>exit N</c> in a script goes before all of these.</summary>
internal static class ExitCode
{
    public const int Succeeded = 0;

    /// <summary>A terminating error.</summary>
    public const int Failed = 1;

    /// <summary>Ctrl+C: 128 and the number of SIGINT, as shells say it.</summary>
    public const int Interrupted = 130;
}
