namespace NetConnect.Sandbox;

/// <summary>One request that the sandbox answered. It holds no parameters, so no secrets.</summary>
public sealed class SandboxCall
{
    internal SandboxCall(string action, string? accountId, string? region, string? errorCode)
    {
        Action = action;
        AccountId = accountId;
        Region = region;
        ErrorCode = errorCode;
    }

    /// <summary>The API action, such as <c>CreateVpc</c>.</summary>
    public string Action { get; }

    /// <summary>The caller's account; null when the caller could not be told.</summary>
    public string? AccountId { get; }

    /// <summary>The Region that the request was signed for.</summary>
    public string? Region { get; }

    /// <summary>The error code of the answer; null when the call succeeded.</summary>
    public string? ErrorCode { get; }

    /// <inheritdoc/>
    public override string ToString() => ErrorCode is null ? Action : $"{Action} {ErrorCode}";
}
