using System.Diagnostics;

namespace NetConnect.Interop.Tests.Hosting;

/// <summary>
/// A home folder and an environment for foreign clients: two profiles for the two accounts of the sandbox's default seed, and nothing of
/// the machine's own AWS configuration. Whatever is not on loopback is behind a proxy that is not there.
/// </summary>
internal sealed class ClientHome : IDisposable
{
    public const string Role = "arn:aws:iam::222222222222:role/NetConnect";

    // What programs need to start at all, and where terraform finds its providers without a network.
    private static readonly string[] s_kept =
    [
        "PATH", "LANG", "TZ", "TMPDIR", "TEMP", "SystemRoot", "DOTNET_ROOT",
        "PYENV_ROOT", "PYENV_VERSION", "VIRTUAL_ENV", "TF_CLI_CONFIG_FILE",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("netconnect-interop-");
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);

    public ClientHome(Uri endpoint)
    {
        Endpoint = endpoint;
        Write("config",
            $"""
            [profile network]
            region = eu-west-1
            aws_access_key_id = SANDBOXNETWORK111111
            aws_secret_access_key = sandbox-secret-of-the-network-account-11

            [profile partner]
            region = us-east-1
            role_arn = {Role}
            source_profile = network
            """);
        foreach (string name in s_kept)
            if (Environment.GetEnvironmentVariable(name) is { } value) _environment[name] = value;
        Set("HOME", Folder);
        Set("USERPROFILE", Folder);
        Set("AWS_CONFIG_FILE", Path.Combine(Folder, "config"));
        Set("AWS_SHARED_CREDENTIALS_FILE", Path.Combine(Folder, "credentials"));
        Set("AWS_ENDPOINT_URL", endpoint.AbsoluteUri);
        Set("AWS_EC2_METADATA_DISABLED", "true");
        Set("AWS_PAGER", "");
        Set("PYTHONDONTWRITEBYTECODE", "1");
        // Port 9 of loopback is "discard": nothing listens there.
        foreach (string proxy in new[] { "HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy" }) Set(proxy, "http://127.0.0.1:9");
        Set("NO_PROXY", "127.0.0.1,localhost");
        Set("no_proxy", "127.0.0.1,localhost");
    }

    public Uri Endpoint { get; }

    public string Folder => _folder.FullName;

    /// <summary>Changes a variable of the environment; null takes it away.</summary>
    public void Set(string name, string? value)
    {
        if (value is null) _environment.Remove(name);
        else _environment[name] = value;
    }

    /// <summary>Writes a file into the folder and gives its path.</summary>
    public string Write(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public ProcessStartInfo Launch(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach ((string name, string value) in _environment) start.Environment[name] = value;
        return start;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
