using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using NetConnect.Sandbox.Ec2;
using NetConnect.Sandbox.Ec2.ClientVpn;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Acm;

/// <summary>The certificates of one account in one Region.</summary>
internal sealed class CertificateStore(Ec2Region region)
{
    // ACM User Guide, "Prerequisites for importing": a key of at most 5 KB, which is not encrypted.
    private const int MaxKey = 5120;

    private static readonly Regex s_certificate = new("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----",
        RegexOptions.CultureInvariant);
    private static readonly Regex s_key = new("^\\s*-----BEGIN ((?:RSA )?PRIVATE KEY)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----\\s*$",
        RegexOptions.CultureInvariant);

    private readonly List<AcmCertificate> _certificates = [];

    public IReadOnlyList<AcmCertificate> All => _certificates;

    public AcmCertificate? Find(string arn) => _certificates.Find(certificate => certificate.Arn == arn);

    /// <summary>Holds a certificate from the beginning.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public void Hold(string id, string base64)
    {
        string pem = $"-----BEGIN CERTIFICATE-----\n{Regex.Replace(base64, ".{64}", "$0\n").TrimEnd()}\n-----END CERTIFICATE-----\n";
        try
        {
            _certificates.Add(Create(ArnOf(id), pem, chain: null, new X509Certificate2(Convert.FromBase64String(base64)),
                new Dictionary<string, string>()));
        }
        catch (CryptographicException wrong)
        {
            throw new FormatException($"The seed's certificate {id} cannot be read: {wrong.Message}", wrong);
        }
    }

    /// <summary>Imports a new certificate, or one in the place of another, whose ARN it keeps.</summary>
    public AcmCertificate Import(string body, string key, string? chain, string? arn, IReadOnlyDictionary<string, string> tags)
    {
        int place = arn is null ? _certificates.Count : _certificates.FindIndex(known => known.Arn == arn);
        if (place < 0) throw AcmErrors.NotFound(arn!);
        X509Certificate2 certificate = Single(body);
        CheckKey(certificate, key);
        CheckValidity(certificate);
        if (chain is not null && !s_certificate.IsMatch(chain)) throw AcmErrors.Invalid("The certificate chain is not valid PEM.");
        AcmCertificate? before = arn is null ? null : _certificates[place];
        AcmCertificate imported = Create(arn ?? ArnOf(NewUuid()), body, chain, certificate, before?.Tags ?? tags, before?.Created);
        if (place == _certificates.Count) _certificates.Add(imported);
        else _certificates[place] = imported;
        return imported;
    }

    /// <summary>The endpoints that use a certificate.</summary>
    public IEnumerable<ClientVpnEndpoint> UsersOf(AcmCertificate certificate) => region.ClientVpnEndpoints.All.Where(endpoint => endpoint.IsLive
        && (endpoint.Settings.ServerCertificateArn == certificate.Arn || endpoint.Authentication.Any(way => way.RootCertificateChainArn == certificate.Arn)));

    public string StatusOf(AcmCertificate certificate) => region.World.Clock.Now > certificate.Certificate.NotAfter.ToUniversalTime()
        ? "EXPIRED"
        : "ISSUED";

    /// <summary>Deletes a certificate that no endpoint uses.</summary>
    public void Delete(AcmCertificate certificate)
    {
        if (UsersOf(certificate).Any()) throw new ApiException("ResourceInUseException", $"Certificate {certificate.Arn} is in use.");
        _certificates.Remove(certificate);
    }

    private AcmCertificate Create(string arn, string body, string? chain, X509Certificate2 certificate, IReadOnlyDictionary<string, string> tags,
        DateTime? created = null) => new()
        {
            Arn = arn,
            Created = created ?? region.World.Clock.Now,
            Imported = region.World.Clock.Now,
            Body = body,
            Chain = chain,
            Above = chain is null ? [] : s_certificate.Matches(chain).Cast<Match>().Select(Read).ToList(),
            Tags = tags,
            Certificate = certificate,
        };

    private string ArnOf(string id) => $"arn:aws:acm:{region.Name}:{region.AccountId}:certificate/{id}";

    private static X509Certificate2 Single(string pem)
    {
        MatchCollection found = s_certificate.Matches(pem);
        if (found.Count != 1) throw AcmErrors.Invalid("The certificate field contains more than one certificate, or none. You can specify only one.");
        return Read(found[0]);
    }

    private static X509Certificate2 Read(Match pem)
    {
        try
        {
            return new X509Certificate2(Convert.FromBase64String(pem.Groups[1].Value));
        }
        catch (Exception wrong) when (wrong is FormatException or CryptographicException)
        {
            throw AcmErrors.Invalid("The certificate is not valid.");
        }
    }

    // ACM User Guide, "Prerequisites for importing": neither before it begins nor after it ends.
    private void CheckValidity(X509Certificate2 certificate)
    {
        DateTime now = region.World.Clock.Now;
        if (now < certificate.NotBefore.ToUniversalTime()) throw AcmErrors.Invalid("The certificate is not in its validity period yet.");
        if (now > certificate.NotAfter.ToUniversalTime()) throw AcmErrors.Invalid("The certificate has expired.");
    }

    // An RSA key holds the modulus of its certificate as it stands there.
    private static void CheckKey(X509Certificate2 certificate, string pem)
    {
        Match found = s_key.Match(pem);
        if (!found.Success || Encoding.UTF8.GetByteCount(pem) > MaxKey) throw AcmErrors.Invalid("The private key is not supported.");
        byte[] key = Convert.FromBase64String(found.Groups[2].Value);
        if (certificate.GetRSAPublicKey() is { } rsa && !Contains(key, rsa.ExportParameters(false).Modulus!))
            throw AcmErrors.Invalid("The private key does not match the certificate.");
    }

    private static bool Contains(byte[] whole, byte[] part) =>
        Enumerable.Range(0, Math.Max(0, whole.Length - part.Length + 1)).Any(start => whole.Skip(start).Take(part.Length).SequenceEqual(part));

    // Like other ids: the same script against the same seed makes the same ARN.
    private string NewUuid()
    {
        string digits = region.World.NewId("acm").Substring(4).PadRight(32, '0');
        return $"{digits.Substring(0, 8)}-{digits.Substring(8, 4)}-{digits.Substring(12, 4)}-{digits.Substring(16, 4)}-{digits.Substring(20)}";
    }
}
