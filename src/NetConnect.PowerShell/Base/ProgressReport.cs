using System.Management.Automation;

namespace NetConnect.PowerShell;

/// <summary>One progress bar for all records of a command: how many are done, and what was last heard from the engine.</summary>
/// <remarks>Made on the pipeline thread; reports from other threads come back to it.</remarks>
internal sealed class ProgressReport : IProgress<string>
{
    private readonly AsyncCmdlet _cmdlet;
    private readonly string _activity;
    private readonly IProgress<string> _toPipelineThread;
    private int _records;
    private int _finished;
    private string _shown = "";

    public ProgressReport(AsyncCmdlet cmdlet, string activity)
    {
        _cmdlet = cmdlet;
        _activity = activity;
        _toPipelineThread = new Progress<string>(Show);
    }

    public void Report(string value) => _toPipelineThread.Report(value);

    public void Add() => _records++;

    public void Finish()
    {
        _finished++;
        if (_records > 1)
            Show("");
    }

    /// <summary>Takes the bar away.</summary>
    public void Complete()
    {
        if (_shown.Length > 0)
            _cmdlet.WriteProgress(new ProgressRecord(0, _activity, "Done") { RecordType = ProgressRecordType.Completed });
        _shown = "";
    }

    private void Show(string news)
    {
        string status = _records > 1 ? $"{_finished} of {_records} done. {news}".TrimEnd() : news;
        if (status == _shown || status.Length == 0)
            return;
        _shown = status;
        _cmdlet.WriteProgress(new ProgressRecord(0, _activity, status) { PercentComplete = _records > 1 ? 100 * _finished / _records : -1 });
    }
}
