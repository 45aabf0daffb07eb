namespace NetConnect;

/// <summary>A create may or may not have happened: the connection broke, or AWS failed, before its answer came.</summary>
/// <remarks>The caller looks for what it wanted to make before it tries again.</remarks>
public sealed class AnswerLostException : NetConnectException
{
    /// <summary>Creates the error.</summary>
    public AnswerLostException(string action, Exception innerException)
        : base(
            ErrorIds.ServiceFailure,
            ErrorKind.Service,
            $"The answer to {action} was lost: {innerException.Message}. Run the command again: it finds what was made and goes on from there.",
            action,
            innerException)
    {
    }
}
