using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;

namespace NetConnect.Certificates;

/// <summary>Distinguished names that have a common name and nothing else.</summary>
internal static class CertificateNames
{
    /// <summary>Makes the name from its parts. X509Name's own constructors give characters such as # and = a meaning.</summary>
    public static X509Name Create(string commonName) =>
        X509Name.GetInstance(new DerSequence(new DerSet(new DerSequence(X509Name.CN, new DerUtf8String(commonName)))));

    /// <summary>The common name, or nothing.</summary>
    public static string CommonName(X509Name name) => name.GetValueList(X509Name.CN).FirstOrDefault() ?? "";
}
