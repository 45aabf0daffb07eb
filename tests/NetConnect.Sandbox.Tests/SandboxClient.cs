using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace NetConnect.Sandbox.Tests;

/// <summary>A client of its own making: it signs as the documentation says, so a mistake in the sandbox is not shared.</summary>
internal sealed class SandboxClient(Uri endpoint, string region, string keyId, string secret, string? token = null)
{
    private static readonly HttpClient s_http = new();

    /// <summary>Moves the date of signing, for requests that come too late.</summary>
    public TimeSpan ClockSkew { get; init; }

    public SandboxClient In(string otherRegion) => new(endpoint, otherRegion, keyId, secret, token);

    /// <summary>Calls EC2 and returns the answer without its namespace; fails the test on an error answer.</summary>
    public async Task<XElement> CallAsync(string action, params (string Name, string Value)[] parameters) =>
        await SucceedAsync("ec2", "2016-11-15", action, parameters);

    public async Task<XElement> StsAsync(string action, params (string Name, string Value)[] parameters) =>
        await SucceedAsync("sts", "2011-06-15", action, parameters);

    /// <summary>Calls EC2 and returns the code of the error answer; fails the test when there is none.</summary>
    public async Task<string> ErrorAsync(string action, params (string Name, string Value)[] parameters) =>
        await FailAsync("ec2", "2016-11-15", action, parameters);

    public async Task<string> StsErrorAsync(string action, params (string Name, string Value)[] parameters) =>
        await FailAsync("sts", "2011-06-15", action, parameters);

    /// <summary>Calls ACM, whose requests and answers are JSON; fails the test on an error answer.</summary>
    public async Task<JsonObject> AcmAsync(string action, JsonObject? parameters = null)
    {
        (HttpStatusCode status, string body) = await SendJsonAsync(action, parameters);
        Assert.True(status == HttpStatusCode.OK, body);
        return JsonNode.Parse(body)!.AsObject();
    }

    /// <summary>Calls ACM and returns the code of the error answer; fails the test when there is none.</summary>
    public async Task<string> AcmErrorAsync(string action, JsonObject? parameters = null)
    {
        (HttpStatusCode status, string body) = await SendJsonAsync(action, parameters);
        Assert.True(status != HttpStatusCode.OK, "Expected an error, got: " + body);
        JsonObject error = JsonNode.Parse(body)!.AsObject();
        Assert.NotEmpty(error["message"]!.GetValue<string>());
        return error["__type"]!.GetValue<string>();
    }

    /// <summary>A text as ACM takes binary values.</summary>
    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public async Task<(HttpStatusCode Status, string Body)> SendAsync(string service, string version, string action,
        (string Name, string Value)[] parameters)
    {
        string body = string.Join('&', parameters.Prepend(("Version", version)).Prepend(("Action", action))
            .Select(pair => $"{Uri.EscapeDataString(pair.Item1)}={Uri.EscapeDataString(pair.Item2)}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
        return await PostAsync(request, service, body, "application/x-www-form-urlencoded");
    }

    private async Task<(HttpStatusCode Status, string Body)> SendJsonAsync(string action, JsonObject? parameters)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
        request.Headers.TryAddWithoutValidation("X-Amz-Target", "CertificateManager." + action);
        return await PostAsync(request, "acm", (parameters ?? []).ToJsonString(), "application/x-amz-json-1.1");
    }

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(HttpRequestMessage request, string service, string body, string mediaType)
    {
        request.Content = new StringContent(body, Encoding.UTF8, mediaType);
        Sign(request, service, body);
        using HttpResponseMessage response = await s_http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<XElement> SucceedAsync(string service, string version, string action, (string, string)[] parameters)
    {
        (HttpStatusCode status, string body) = await SendAsync(service, version, action, parameters);
        Assert.True(status == HttpStatusCode.OK, body);
        return WithoutNamespace(XElement.Parse(body));
    }

    private async Task<string> FailAsync(string service, string version, string action, (string, string)[] parameters)
    {
        (HttpStatusCode status, string body) = await SendAsync(service, version, action, parameters);
        Assert.True(status != HttpStatusCode.OK, "Expected an error, got: " + body);
        return WithoutNamespace(XElement.Parse(body)).Descendants("Code").Single().Value;
    }

    private void Sign(HttpRequestMessage request, string service, string body)
    {
        string time = (DateTime.UtcNow + ClockSkew).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        string scope = $"{time[..8]}/{region}/{service}/aws4_request";
        string headers = $"host:{endpoint.Authority}\nx-amz-date:{time}\n" + (token is null ? "" : $"x-amz-security-token:{token}\n");
        string names = "host;x-amz-date" + (token is null ? "" : ";x-amz-security-token");
        string canonical = $"POST\n/\n\n{headers}\n{names}\n{Hash(body)}";
        string toSign = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hash(canonical)}";
        byte[] key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (string part in scope.Split('/')) key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        string signature = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
        request.Headers.TryAddWithoutValidation("X-Amz-Date", time);
        if (token is not null) request.Headers.TryAddWithoutValidation("X-Amz-Security-Token", token);
        request.Headers.TryAddWithoutValidation("Authorization",
            $"AWS4-HMAC-SHA256 Credential={keyId}/{scope}, SignedHeaders={names}, Signature={signature}");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static XElement WithoutNamespace(XElement element) => new(element.Name.LocalName,
        element.HasElements ? element.Elements().Select(WithoutNamespace) : element.Value);
}
