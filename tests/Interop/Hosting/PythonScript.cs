namespace NetConnect.Interop.Tests.Hosting;

/// <summary>Python scripts of this project that drive packages of others.</summary>
internal static class PythonScript
{
    /// <summary>Runs a script of the Scripts folder; the test is skipped where Python or boto3 is missing.</summary>
    public static async Task<ProgramRun> RunAsync(ClientHome home, string script, params string[] arguments)
    {
        string python = ForeignProgram.Require(OperatingSystem.IsWindows() ? "python" : "python3");
        ProgramRun probe = await ProgramRun.StartAsync(python, ["-c", "import boto3"], home);
        if (probe.ExitCode != 0) Assert.Skip($"boto3 is not installed for {python}.");
        return await ProgramRun.StartAsync(python, [Path.Combine(AppContext.BaseDirectory, "Scripts", script), .. arguments], home);
    }
}
