using System.Text;
using NetConnect.Sandbox.Identity;
using NetConnect.Sandbox.Protocol;
using NetConnect.Sandbox.World;

namespace NetConnect.Sandbox.Acm;

/// <summary>The calls of AWS Certificate Manager about imported certificates, in JSON 1.1.</summary>
internal sealed class AcmService(SandboxWorld world) : QueryService
{
    private static readonly string[] s_usualKeyTypes = ["RSA_1024", "RSA_2048"];

    private static readonly Dictionary<string, Action<CertificateStore, QueryParameters, JsonAnswer>> s_actions = new(StringComparer.Ordinal)
    {
        ["ImportCertificate"] = Import,
        ["DescribeCertificate"] = Describe,
        ["ListCertificates"] = List,
        ["DeleteCertificate"] = (store, given, _) => store.Delete(Named(store, given)),
        ["ListTagsForCertificate"] = (store, given, answer) =>
            answer.Set("Tags", Named(store, given).Tags, (item, tag) => item.Text("Key", tag.Key).Text("Value", tag.Value)),
    };

    public override string Name => "acm";

    public override ServiceErrors Errors { get; } = new AcmErrors();

    public override string ContentType => "application/x-amz-json-1.1";

    public override bool Has(string action) => s_actions.ContainsKey(action);

    public override byte[] Invoke(string action, QueryParameters parameters, Caller? caller, string region, string requestId)
    {
        if (!s_actions.TryGetValue(action, out Action<CertificateStore, QueryParameters, JsonAnswer>? run)) throw UnknownAction(action);
        if (caller is null) throw Errors.MissingToken();
        if (!caller.Allows($"acm:{action}")) throw Errors.Denied(caller.Arn, $"acm:{action}");
        using var answer = new JsonAnswer();
        run(world.Certificates(world.Region(caller.AccountId, region)), parameters, answer);
        return answer.ToArray();
    }

    private static void Import(CertificateStore store, QueryParameters given, JsonAnswer answer)
    {
        string? arn = given.Text("CertificateArn");
        if (arn is not null && given.Items("Tags").Count > 0)
            throw new ApiException("InvalidParameterException", "Tagging is not permitted on re-import.");
        AcmCertificate imported = store.Import(Pem(given, "Certificate") ?? throw Missing("certificate"), Pem(given, "PrivateKey") ?? throw Missing("privateKey"),
            Pem(given, "CertificateChain"), arn, given.Items("Tags").ToDictionary(tag => tag.Text("Key") ?? "", tag => tag.Text("Value") ?? ""));
        answer.Text("CertificateArn", imported.Arn);
    }

    private static void Describe(CertificateStore store, QueryParameters given, JsonAnswer answer)
    {
        AcmCertificate certificate = Named(store, given);
        answer.Node("Certificate", node => Write(node, certificate)
            .Text("Serial", certificate.Serial).Text("Subject", certificate.Certificate.Subject).Text("Issuer", certificate.Certificate.Issuer)
            .Text("KeyAlgorithm", certificate.KeyAlgorithm.Replace("RSA_", "RSA-")).Text("SignatureAlgorithm", certificate.SignatureAlgorithm)
            .Texts("SubjectAlternativeNames", certificate.Names));
    }

    private static AcmCertificate Named(CertificateStore store, QueryParameters given)
    {
        string arn = given.Text("CertificateArn") ?? throw Missing("certificateArn");
        return store.Find(arn) ?? throw AcmErrors.NotFound(arn);
    }

    private static void List(CertificateStore store, QueryParameters given, JsonAnswer answer)
    {
        IReadOnlyList<string> types = given.Under("Includes").List("keyTypes") is { Count: > 0 } asked ? asked : s_usualKeyTypes;
        answer.Set("CertificateSummaryList", store.All.Where(certificate => types.Contains(certificate.KeyAlgorithm)), (item, certificate) =>
            Write(item, certificate).Text("KeyAlgorithm", certificate.KeyAlgorithm));
    }

    private static JsonAnswer Write(JsonAnswer node, AcmCertificate certificate) => node
        .Text("CertificateArn", certificate.Arn).Text("DomainName", certificate.DomainName).Text("Status", "ISSUED").Text("Type", "IMPORTED")
        .Time("NotBefore", certificate.Certificate.NotBefore).Time("NotAfter", certificate.Certificate.NotAfter).Time("ImportedAt", certificate.Imported);

    private static string? Pem(QueryParameters given, string name)
    {
        try
        {
            return given.Text(name) is { } text ? Encoding.UTF8.GetString(Convert.FromBase64String(text)) : null;
        }
        catch (FormatException)
        {
            throw AcmErrors.Invalid($"{name} is not base64.");
        }
    }

    private static ApiException Missing(string name) =>
        AcmErrors.Invalid($"1 validation error detected: Value null at '{name}' failed to satisfy constraint: Member must not be null");
}
