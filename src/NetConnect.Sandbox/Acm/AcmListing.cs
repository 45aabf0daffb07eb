using System.Globalization;
using System.Text;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Acm;

/// <summary>ListCertificates: what is asked for, page by page.</summary>
internal static class AcmListing
{
    private const int MaxPage = 1000;

    // Without a word about keys, only these are listed (ACM API Reference, Filters).
    private static readonly string[] s_usualKeyTypes = ["RSA_1024", "RSA_2048"];

    public static void List(CertificateStore store, QueryParameters given, JsonAnswer answer)
    {
        int size = given.Number("MaxItems") ?? MaxPage;
        if (size is < 1 or > MaxPage)
            throw AcmErrors.Invalid($"1 validation error detected: Value '{size}' at 'maxItems' failed to satisfy constraint: Member must have value between 1 and {MaxPage}");
        Func<AcmCertificate, bool> passes = Filter(store, given);
        List<AcmCertificate> found = store.All.Where(passes).ToList();
        if (given.Text("SortOrder") == "DESCENDING") found.Reverse();
        int start = given.Text("NextToken") is { } token ? Read(token) : 0;
        answer.Set("CertificateSummaryList", found.Skip(start).Take(size),
            (item, certificate) => AcmDescription.WriteSummary(item, certificate, store))
            .Text("NextToken", start + size < found.Count ? Write(start + size) : null);
    }

    private static Func<AcmCertificate, bool> Filter(CertificateStore store, QueryParameters given)
    {
        QueryParameters includes = given.Under("Includes");
        IReadOnlyList<string> types = includes.List("keyTypes") is { Count: > 0 } asked ? asked : s_usualKeyTypes;
        IReadOnlyList<string> statuses = given.List("CertificateStatuses");
        IReadOnlyList<string> usages = includes.List("keyUsage");
        IReadOnlyList<string> extended = includes.List("extendedKeyUsage");
        return certificate => types.Contains(certificate.KeyAlgorithm)
            && (statuses.Count == 0 || statuses.Contains(store.StatusOf(certificate)))
            && (usages.Count == 0 || AcmDescription.KeyUsages(certificate).Any(usages.Contains))
            && (extended.Count == 0 || AcmDescription.ExtendedKeyUsages(certificate).Any(usage => extended.Contains(usage.Name)));
    }

    private static string Write(int start) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"after {start}"));

    private static int Read(string token)
    {
        try
        {
            return int.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(token)).Replace("after ", ""), NumberStyles.None,
                CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            throw new ApiException("InvalidArgsException", "The NextToken is not valid.");
        }
    }
}
