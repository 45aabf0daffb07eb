using System.Globalization;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Identity;

/// <summary>What Signature Version 4 reads from a request: the credential, what was signed, and the signature.</summary>
internal sealed class SignedRequest
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    public string KeyId { get; private init; } = "";

    public string Date { get; private init; } = "";

    public string Region { get; private init; } = "";

    public string Service { get; private init; } = "";

    public string Terminator { get; private init; } = "";

    public IReadOnlyList<string> SignedHeaders { get; private init; } = [];

    public string Signature { get; private init; } = "";

    /// <summary>The time of signing, as <c>yyyyMMdd'T'HHmmss'Z'</c>.</summary>
    public string Timestamp { get; private init; } = "";

    public string? SessionToken { get; private init; }

    /// <summary>Signed in the query string rather than in the Authorization header.</summary>
    public bool IsPresigned { get; private init; }

    public int? ExpiresSeconds { get; private init; }

    public string Scope => $"{Date}/{Region}/{Service}/{Terminator}";

    /// <summary>Null when the request carries no signature at all, or one that cannot be read.</summary>
    public static SignedRequest? Read(HttpRequest request)
    {
        if (request.Query("X-Amz-Algorithm") == Algorithm)
            return Create(request.Query("X-Amz-Credential"), request.Query("X-Amz-SignedHeaders"), request.Query("X-Amz-Signature"),
                request.Query("X-Amz-Date"), request.Query("X-Amz-Security-Token"), request.Query("X-Amz-Expires"));

        string? header = request.Header("Authorization");
        if (header is null || !header.StartsWith(Algorithm + " ", StringComparison.Ordinal)) return null;
        var parts = header.Substring(Algorithm.Length + 1).Split(',').Select(part => part.Trim().Split(['='], 2))
            .Where(part => part.Length == 2).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        string? Part(string name) => parts.TryGetValue(name, out string? value) ? value : null;
        return Create(Part("Credential"), Part("SignedHeaders"), Part("Signature"), request.Header("X-Amz-Date"),
            request.Header("X-Amz-Security-Token"), null);
    }

    private static SignedRequest? Create(string? credential, string? headers, string? signature, string? timestamp, string? token,
        string? expires)
    {
        string[]? scope = credential?.Split('/');
        if (scope is not { Length: 5 } || headers is null || signature is null || timestamp is null) return null;
        return new SignedRequest
        {
            KeyId = scope[0],
            Date = scope[1],
            Region = scope[2],
            Service = scope[3],
            Terminator = scope[4],
            SignedHeaders = headers.Split(';'),
            Signature = signature,
            Timestamp = timestamp,
            SessionToken = token,
            IsPresigned = expires is not null,
            ExpiresSeconds = int.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) ? seconds : null,
        };
    }
}
