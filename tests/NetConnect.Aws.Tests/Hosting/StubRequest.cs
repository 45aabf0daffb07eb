using System.Text.RegularExpressions;

namespace NetConnect.Aws.Tests.Hosting;

/// <summary>A request as the stub endpoint saw it.</summary>
internal sealed record StubRequest(string Authorization, IReadOnlyDictionary<string, string> Form, string Target = "", string Body = "")
{
    public string Action => this["Action"];

    public string this[string name] => Form.TryGetValue(name, out string? value) ? value : "";

    /// <summary>Who signed, from the SigV4 header.</summary>
    public string AccessKeyId => Scope.Groups[1].Value;

    /// <summary>The Region that the signature is for.</summary>
    public string Region => Scope.Groups[2].Value;

    /// <summary>The service that the signature is for.</summary>
    public string Service => Scope.Groups[3].Value;

    private Match Scope => Regex.Match(Authorization, "Credential=([^/]+)/[0-9]+/([^/]+)/([^/]+)/");
}
