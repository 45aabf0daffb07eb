using System.Text;
using System.Text.RegularExpressions;
using NetConnect.Sandbox.Identity;
using NetConnect.Sandbox.Protocol;
using NetConnect.Sandbox.World;

namespace NetConnect.Sandbox.Acm;

/// <summary>The calls of AWS Certificate Manager about imported certificates, in JSON 1.1.</summary>
internal sealed class AcmService(SandboxWorld world) : QueryService
{
    private static readonly Regex s_arn = new("^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[A-Za-z0-9-]+$", RegexOptions.CultureInvariant);

    private static readonly Dictionary<string, Action<CertificateStore, QueryParameters, JsonAnswer>> s_actions = new(StringComparer.Ordinal)
    {
        ["ImportCertificate"] = Import,
        ["DescribeCertificate"] = (store, given, answer) =>
            answer.Node("Certificate", node => AcmDescription.WriteDetail(node, Named(store, given), store)),
        ["ListCertificates"] = AcmListing.List,
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
        string body = Pem(given, "Certificate") ?? throw Missing("certificate");
        string key = Pem(given, "PrivateKey") ?? throw Missing("privateKey");
        AcmCertificate imported = store.Import(body, key, Pem(given, "CertificateChain"), arn,
            given.Items("Tags").ToDictionary(tag => tag.Text("Key") ?? "", tag => tag.Text("Value") ?? ""));
        answer.Text("CertificateArn", imported.Arn);
    }

    private static AcmCertificate Named(CertificateStore store, QueryParameters given)
    {
        string arn = given.Text("CertificateArn") ?? throw Missing("certificateArn");
        if (!s_arn.IsMatch(arn)) throw new ApiException("InvalidArnException", $"arn: '{arn}' is not a certificate's.");
        return store.Find(arn) ?? throw AcmErrors.NotFound(arn);
    }

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
