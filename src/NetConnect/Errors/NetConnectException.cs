namespace NetConnect;

/// <summary>An error with a stable id, a kind, the resource it is about, and a message that says what to do next.</summary>
/// <remarks>The ids are listed in about_NetConnect_Errors; scripts may rely on them. The AWS error, where there is one, is the inner exception.</remarks>
public class NetConnectException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="errorId">The stable id, one of <see cref="ErrorIds"/>.</param>
    /// <param name="kind">What sort of failure it is.</param>
    /// <param name="message">What is wrong and the way out; never a secret.</param>
    /// <param name="target">The id of the resource, or the value, that the error is about.</param>
    /// <param name="innerException">The error underneath.</param>
    public NetConnectException(string errorId, ErrorKind kind, string message, string? target = null, Exception? innerException = null)
        : base(message, innerException)
    {
        ErrorId = errorId;
        Kind = kind;
        Target = target;
    }

    /// <summary>The stable id, one of <see cref="ErrorIds"/>.</summary>
    public string ErrorId { get; }

    /// <summary>What sort of failure it is.</summary>
    public ErrorKind Kind { get; }

    /// <summary>The id of the resource, or the value, that the error is about.</summary>
    public string? Target { get; }
}
