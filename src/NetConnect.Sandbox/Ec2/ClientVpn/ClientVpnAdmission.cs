using System.Security.Cryptography.X509Certificates;
using NetConnect.Sandbox.Acm;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>Whether an endpoint lets somebody in.</summary>
internal static class ClientVpnAdmission
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>Nobody is let in by an endpoint that is not available or whose revocation list has expired (Administrator Guide, "Client
    /// certificate revocation lists").</summary>
    public static void CheckOpen(ClientVpnEndpoint endpoint)
    {
        if (endpoint.State != "available") throw new InvalidOperationException($"{endpoint.Id} is {endpoint.State}: nobody can connect.");
        if (endpoint.RevocationList?.NextUpdate is { } end && end <= endpoint.Home.World.Clock.Now)
            throw new InvalidOperationException($"The revocation list of {endpoint.Id} expired on {end:u}: nobody can connect.");
    }

    /// <summary>Refuses a certificate that the endpoint's authority did not make for a client, that is not valid just now, or that is revoked.</summary>
    public static void Check(ClientVpnEndpoint endpoint, X509Certificate2 certificate)
    {
        string name = certificate.GetNameInfo(X509NameType.SimpleName, false);
        string? arn = endpoint.Authentication.FirstOrDefault(way => way.RootCertificateChainArn is not null)?.RootCertificateChainArn;
        if (arn is null) throw new InvalidOperationException($"{endpoint.Id} does not use certificates.");
        if (!Authorities(endpoint, arn).Any(authority => Issued(authority, certificate)))
            throw new InvalidOperationException($"The certificate of {name} is not of the authority of {endpoint.Id}.");
        if (certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault() is { } usage
            && usage.EnhancedKeyUsages[ClientAuthentication] is null)
            throw new InvalidOperationException($"The certificate of {name} is not for clients.");
        DateTime now = endpoint.Home.World.Clock.Now;
        if (now < certificate.NotBefore.ToUniversalTime() || now >= certificate.NotAfter.ToUniversalTime())
            throw new InvalidOperationException($"The certificate of {name} is valid from {certificate.NotBefore:u} to {certificate.NotAfter:u}.");
        if (endpoint.RevocationList is { } list && list.Revokes(certificate))
            throw new InvalidOperationException($"The certificate of {name} is revoked.");
    }

    // The authority itself, or what stands above a certificate that it made: a server's may stand for its authority.
    private static IEnumerable<X509Certificate2> Authorities(ClientVpnEndpoint endpoint, string arn)
    {
        AcmCertificate? held = endpoint.Home.World.Certificates(endpoint.Home).Find(arn);
        return held is null ? [] : held.Above.Prepend(held.Certificate);
    }

    // The dates are checked by the sandbox's clock, not by the machine's.
    private static bool Issued(X509Certificate2 authority, X509Certificate2 certificate)
    {
        if (!authority.SubjectName.RawData.SequenceEqual(certificate.IssuerName.RawData)) return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority | X509VerificationFlags.IgnoreNotTimeValid;
        chain.ChainPolicy.ExtraStore.Add(authority);
        return chain.Build(certificate)
            && chain.ChainElements.Cast<X509ChainElement>().Any(element => element.Certificate.RawData.SequenceEqual(authority.RawData));
    }
}
