using System.Management.Automation;

namespace NetConnect.PowerShell;

/// <summary>A cmdlet whose steps are tasks. After any <c>await</c> it is back on the pipeline thread, so writing, asking and progress are legal;
/// cmdlet code therefore never uses <c>ConfigureAwait(false)</c>.</summary>
/// <remarks>A <see cref="NetConnectException"/> ends the record, not the pipeline: it is written as an error under its own id. From
/// <see cref="BeginAsync"/> it ends the command, because nothing that follows could work.</remarks>
public abstract class AsyncCmdlet : PSCmdlet, IDisposable
{
    private readonly PipelineThread _pipelineThread = new();
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Runs once, before the first record.</summary>
    protected virtual Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs for each record.</summary>
    protected virtual Task ProcessAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs once, after the last record.</summary>
    protected virtual Task EndAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Writes an error that ends nothing: the other records go on.</summary>
    protected void WriteError(NetConnectException error) => WriteError(ErrorRecords.From(error));

    /// <summary>Writes an object. Commands further down the pipeline run inside this call, without this cmdlet's context.</summary>
    protected new void WriteObject(object? sendToPipeline) => PipelineThread.Outside(() => base.WriteObject(sendToPipeline));

    /// <summary>Writes an object, or each element of a collection.</summary>
    protected new void WriteObject(object? sendToPipeline, bool enumerateCollection) =>
        PipelineThread.Outside(() => base.WriteObject(sendToPipeline, enumerateCollection));

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        try
        {
            Run(BeginAsync);
        }
        catch (NetConnectException error)
        {
            ThrowTerminatingError(ErrorRecords.From(error));
        }
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => RunRecord(ProcessAsync);

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => RunRecord(EndAsync);

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _stop.Cancel();

    /// <summary>Cancels what still runs: a command further down may have ended the pipeline.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the cmdlet holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
        // Not disposed: work that is still unwinding may register with the token.
        if (disposing)
            _stop.Cancel();
    }

    private void RunRecord(Func<CancellationToken, Task> step)
    {
        try
        {
            Run(step);
        }
        catch (NetConnectException error) when (error.ErrorId == ErrorIds.LoginRequired)
        {
            // No record can go on until somebody logs in, and the remedy should be read once, not once per record.
            ThrowTerminatingError(ErrorRecords.From(error));
        }
        catch (NetConnectException error)
        {
            WriteError(error);
        }
    }

    private void Run(Func<CancellationToken, Task> step) => _pipelineThread.Run(() => step(_stop.Token), _stop.Token);
}
