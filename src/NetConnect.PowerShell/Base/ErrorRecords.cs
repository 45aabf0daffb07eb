using System.Management.Automation;

namespace NetConnect.PowerShell;

/// <summary>Turns the engine's errors into PowerShell's.</summary>
internal static class ErrorRecords
{
    public static ErrorRecord From(NetConnectException error) => new(error, error.ErrorId, CategoryOf(error.Kind), error.Target);

    private static ErrorCategory CategoryOf(ErrorKind kind) => kind switch
    {
        ErrorKind.InvalidInput => ErrorCategory.InvalidArgument,
        ErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        ErrorKind.Denied => ErrorCategory.PermissionDenied,
        ErrorKind.Conflict => ErrorCategory.ResourceExists,
        ErrorKind.Limit => ErrorCategory.LimitsExceeded,
        ErrorKind.Throttled => ErrorCategory.ResourceBusy,
        ErrorKind.TimedOut => ErrorCategory.OperationTimeout,
        ErrorKind.Service => ErrorCategory.ResourceUnavailable,
        ErrorKind.File => ErrorCategory.WriteError,
        _ => ErrorCategory.NotSpecified,
    };
}
