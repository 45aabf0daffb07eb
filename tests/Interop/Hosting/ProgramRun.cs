using System.Diagnostics;

namespace NetConnect.Interop.Tests.Hosting;

/// <summary>A program run to its end, with what it wrote.</summary>
internal sealed record ProgramRun(string Command, int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(8);

    /// <summary>Runs a program in a home of its own, with its standard input closed so that a question would fail and never wait.</summary>
    public static async Task<ProgramRun> StartAsync(string program, IEnumerable<string> arguments, ClientHome home)
    {
        using Process process = Process.Start(home.Launch(program, arguments))!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string command = $"{Path.GetFileName(program)} {string.Join(' ', arguments)}";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(s_limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{command} was stopped before its end. {await output} {await error}");
        }
        return new ProgramRun(command, process.ExitCode, await output, await error);
    }

    /// <summary>Fails, with everything the program wrote, where it did not end well.</summary>
    public ProgramRun Succeeded() => Ended(0);

    public ProgramRun Ended(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"{Command}: exit code {ExitCode}.{Environment.NewLine}{Output}{Environment.NewLine}{Error}");
        return this;
    }
}
