using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Sts;

/// <summary>
/// The claims of a JSON Web Token (RFC 7519). The sandbox takes them as they are: it knows no provider's keys, so it does not check
/// the signature.
/// </summary>
[DataContract]
internal sealed class WebIdentityToken
{
    private const long UnixEpochSeconds = 62135596800;

    [DataMember(Name = "iss")]
    public string? Issuer { get; set; }

    [DataMember(Name = "sub")]
    public string? Subject { get; set; }

    [DataMember(Name = "aud")]
    public string? Audience { get; set; }

    [DataMember(Name = "exp")]
    public long? ExpiresAt { get; set; }

    public DateTime? Expires => ExpiresAt is { } seconds
        ? new DateTime((seconds + UnixEpochSeconds) * TimeSpan.TicksPerSecond, DateTimeKind.Utc)
        : null;

    /// <summary>The issuer as IAM names it, without the scheme.</summary>
    public string Provider => Issuer!.StartsWith("https://", StringComparison.Ordinal) ? Issuer.Substring("https://".Length) : Issuer;

    public static WebIdentityToken Parse(string jwt)
    {
        try
        {
            string payload = jwt.Split('.') is { Length: 3 } parts ? parts[1].Replace('-', '+').Replace('_', '/') : "";
            using var json = new MemoryStream(Convert.FromBase64String(payload.PadRight((payload.Length + 3) / 4 * 4, '=')));
            if (new DataContractJsonSerializer(typeof(WebIdentityToken))
                .ReadObject(json) is WebIdentityToken { Issuer: not null, Subject: not null } token)
                return token;
        }
        catch (Exception e) when (e is FormatException or SerializationException)
        {
            // Neither base64 nor JSON: the same answer as for claims that are missing.
        }
        throw new ApiException("InvalidIdentityToken",
            "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
    }
}
