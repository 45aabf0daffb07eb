using System.Diagnostics;

namespace NetConnect.PowerShell.Tests.Hosting;

/// <summary>A program run to its end, with what it wrote.</summary>
internal sealed record ProcessRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    /// <summary>Runs a program with its standard input closed, so that a prompt would fail and never wait.</summary>
    public static Task<ProcessRun> StartAsync(string program, params string[] arguments) => StartAsync(program, arguments, []);

    public static async Task<ProcessRun> StartAsync(string program, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string?>> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string? value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(s_limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} ran for more than {s_limit}. {await output} {await error}");
        }
        return new ProcessRun(process.ExitCode, await output, await error);
    }

    /// <summary>Fails with everything the program wrote where it did not end well.</summary>
    public ProcessRun Succeeded()
    {
        Assert.True(ExitCode == 0, $"Exit code {ExitCode}.{Environment.NewLine}{Output}{Environment.NewLine}{Error}");
        return this;
    }
}
