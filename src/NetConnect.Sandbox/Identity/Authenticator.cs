using System.Globalization;
using NetConnect.Sandbox.Protocol;
using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Identity;

/// <summary>Tells who signed a request. EC2 and STS say the same four failures with different codes.</summary>
internal sealed class Authenticator(IdentityStore identities, SandboxClock clock, SandboxAuthentication mode)
{
    private static readonly TimeSpan s_allowedSkew = TimeSpan.FromMinutes(5);

    /// <summary>The caller, or an <see cref="ApiException"/>.</summary>
    public Caller Authenticate(HttpRequest request, SignedRequest? signed, ServiceErrors errors)
    {
        if (signed is null)
            return mode == SandboxAuthentication.Any ? DefaultCaller(errors) : throw errors.MissingToken();
        if (!identities.TryGetKey(signed.KeyId, out AccessKey? key))
            return mode == SandboxAuthentication.Any ? DefaultCaller(errors) : throw errors.UnknownKey();

        if (mode == SandboxAuthentication.SigV4) Verify(request, signed, key, errors);
        if (key.Expires is { } expires && expires <= clock.Now) throw errors.TokenExpired();
        return key.Caller;
    }

    private Caller DefaultCaller(ServiceErrors errors) => identities.Default ?? throw errors.UnknownKey();

    private static void Verify(HttpRequest request, SignedRequest signed, AccessKey key, ServiceErrors errors)
    {
        if (key.SessionToken != signed.SessionToken) throw errors.UnknownKey();
        if (signed.Terminator != "aws4_request" || !signed.Timestamp.StartsWith(signed.Date, StringComparison.Ordinal)
            || !signed.SignedHeaders.Contains("host", StringComparer.Ordinal)) throw ServiceErrors.SignatureMismatch();
        if (!DateTime.TryParseExact(signed.Timestamp, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime time))
            throw ServiceErrors.SignatureMismatch();

        // Signing goes by the wall clock of the client, so it is compared with ours: a stepped clock is nobody's wall clock.
        TimeSpan age = DateTime.UtcNow - time;
        TimeSpan oldest = signed.ExpiresSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : s_allowedSkew;
        if (age > oldest || age < -s_allowedSkew) throw errors.RequestExpired(signed.Timestamp);
        if (!SignatureV4.AreEqual(SignatureV4.Compute(request, signed, key.Secret), signed.Signature))
            throw ServiceErrors.SignatureMismatch();
    }
}
