using System.Management.Automation;

namespace NetConnect.Shell.Hosting;

/// <summary>Progress as one line on the terminal that the next output replaces; nothing where stderr is not a terminal.</summary>
internal sealed class ProgressLine
{
    private const string BackToStart = "\r";
    private const string EraseToEnd = "\u001b[K";
    private readonly bool _isTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
    private bool _isShown;

    public void Show(ProgressRecord record)
    {
        if (!_isTerminal)
            return;
        if (record.RecordType == ProgressRecordType.Completed)
        {
            Erase();
            return;
        }
        string percent = record.PercentComplete >= 0 ? $"{record.PercentComplete,3}% " : "";
        string text = $"{percent}{record.Activity}: {record.StatusDescription} {record.CurrentOperation}".TrimEnd();
        int width = Console.WindowWidth > 1 ? Console.WindowWidth - 1 : 79;
        Console.Error.Write(BackToStart + (text.Length > width ? text[..width] : text) + EraseToEnd);
        _isShown = true;
    }

    public void Erase()
    {
        if (!_isShown)
            return;
        Console.Error.Write(BackToStart + EraseToEnd);
        _isShown = false;
    }
}
