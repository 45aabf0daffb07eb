using System.Management.Automation;
using System.Management.Automation.Host;
using NetConnect.Planning;

namespace NetConnect.PowerShell;

/// <summary>A cmdlet whose steps are tasks. After any <c>await</c> it is back on the pipeline thread, so writing, asking and progress
/// are legal; cmdlet code therefore never uses <c>ConfigureAwait(false)</c>.</summary>
/// <remarks>A <see cref="NetConnectException"/> ends the record, not the pipeline: it is written as an error under its own id. From
/// <see cref="BeginAsync"/> it ends the command, because nothing that follows could work.</remarks>
public abstract class AsyncCmdlet : PSCmdlet, IDisposable
{
    private readonly PipelineThread _pipelineThread = new();
    private readonly CancellationTokenSource _stop = new();
    private bool _yesToAll;
    private bool _noToAll;

    /// <summary>Runs once, before the first record.</summary>
    protected virtual Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs for each record.</summary>
    protected virtual Task ProcessAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs once, after the last record.</summary>
    protected virtual Task EndAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Writes an error that ends nothing: the other records go on.</summary>
    protected internal void WriteError(NetConnectException error) => WriteError(ErrorRecords.From(error));

    /// <summary>Writes an object. Commands further down the pipeline run inside this call, without this cmdlet's context.</summary>
    protected new void WriteObject(object? sendToPipeline) => PipelineThread.Outside(() => base.WriteObject(sendToPipeline));

    /// <summary>Writes an object, or each element of a collection.</summary>
    protected internal new void WriteObject(object? sendToPipeline, bool enumerateCollection) =>
        PipelineThread.Outside(() => base.WriteObject(sendToPipeline, enumerateCollection));

    /// <summary>Asks whether a step may be made: answered at once, or by the user.</summary>
    /// <param name="step">The step.</param>
    /// <param name="whatIf">Whether nothing is to be made at all, and the step was only shown.</param>
    /// <exception cref="NetConnectException">An answer is needed, and nobody can give one
    /// (<see cref="ErrorIds.ConfirmationRequired"/>).</exception>
    internal bool Ask(PlanStep step, out bool whatIf)
    {
        const string Question = "Are you sure you want to perform this action?";
        string description = $"Performing the operation \"{step.Action}\" on target \"{step.Target}\".";
        try
        {
            bool yes = ShouldProcess(description, description, Question, out ShouldProcessReason reason);
            whatIf = reason.HasFlag(ShouldProcessReason.WhatIf);
            if (yes && step.AlwaysAsks && AsksOnlyAboutHighImpact)
                yes = ShouldContinue($"{description}\n{Question}", "Confirm", ref _yesToAll, ref _noToAll);
            return yes;
        }
        // What hosts without a user throw instead of a prompt: PowerShell's own -NonInteractive, and hosts that implement none.
        catch (Exception error) when (error is PSInvalidOperationException or HostException or NotImplementedException or NotSupportedException)
        {
            throw new NetConnectException(
                ErrorIds.ConfirmationRequired,
                ErrorKind.InvalidInput,
                $"'{step.Action}' on {step.Target} asks for confirmation, and this host cannot ask. Give -Confirm:$false to go on without.",
                step.Target,
                error);
        }
    }

    // Whether neither -Confirm nor -Confirm:$false nor the user's preference has said more than PowerShell's default does.
    private bool AsksOnlyAboutHighImpact =>
        !MyInvocation.BoundParameters.ContainsKey("Confirm")
        && $"{SessionState.PSVariable.GetValue("ConfirmPreference")}" == nameof(ConfirmImpact.High);

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
        catch (NetConnectException error) when (error.ErrorId is ErrorIds.LoginRequired or ErrorIds.ConfirmationRequired)
        {
            // No record can go on until somebody logs in, or says that nobody needs to be asked; the remedy should be read once, not
            // once per record.
            ThrowTerminatingError(ErrorRecords.From(error));
        }
        catch (NetConnectException error)
        {
            WriteError(error);
        }
    }

    private void Run(Func<CancellationToken, Task> step) => _pipelineThread.Run(() => step(_stop.Token), _stop.Token);
}
