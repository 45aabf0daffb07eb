namespace NetConnect.PowerShell.Tests.Hosting;

/// <summary>The shell that the build made, as a program.</summary>
internal static class Shell
{
    /// <summary>The program; its folder ends as this assembly's does, with the configuration and the framework.</summary>
    public static string Program { get; } = Path.Combine(
        BuiltModule.RepositoryRoot,
        "src",
        "NetConnect.Shell",
        Path.GetRelativePath(Path.Combine(BuiltModule.RepositoryRoot, "tests", "NetConnect.PowerShell.Tests"), AppContext.BaseDirectory),
        "NetConnect.Shell" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    public static Task<ProcessRun> RunAsync(params string[] arguments) => ProcessRun.StartAsync(Program, arguments);
}
