using System.Diagnostics;

namespace NetConnect.Interop.Tests.Networks;

/// <summary>A program that runs until the test ends, known by its process id.</summary>
internal sealed class LabDaemon : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    public LabDaemon(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        Name = string.Join(' ', start.ArgumentList);
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _output = _process.StandardOutput.ReadToEndAsync();
        _error = _process.StandardError.ReadToEndAsync();
    }

    public string Name { get; }

    public int Id => _process.Id;

    /// <summary>Fails, with what it wrote, where it has ended already.</summary>
    public async Task IsRunningAsync()
    {
        if (_process.HasExited) Assert.Fail($"{Name} ended with {_process.ExitCode}. {await _output} {await _error}");
    }

    /// <summary>Interrupts it, as Ctrl+C does, and gives what it wrote.</summary>
    public async Task<string> InterruptAsync()
    {
        await SignalAsync("INT");
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await _output + await _error;
    }

    /// <summary>Lets it read its files again.</summary>
    public Task ReloadAsync() => SignalAsync("HUP");

    /// <summary>Asks it to end, so that it takes its own children and files along; then makes it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await SignalAsync("TERM");
            using var patience = new CancellationTokenSource(s_patience);
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
                await _process.WaitForExitAsync(CancellationToken.None);
            }
        }
        _process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{Id}"]);
        await kill.WaitForExitAsync(CancellationToken.None);
    }
}
