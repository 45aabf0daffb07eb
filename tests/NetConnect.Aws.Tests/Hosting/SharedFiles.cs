using System.Collections;
using System.Runtime.CompilerServices;

namespace NetConnect.Aws.Tests.Hosting;

/// <summary>AWS config and credentials files of a test's own, and an environment in which nothing else is said about AWS.</summary>
/// <remarks>AWSSDK looks once in a process where the files are, so all tests write the same ones: use only in
/// <see cref="OneEnvironment"/>.</remarks>
internal sealed class SharedFiles : IDisposable
{
    private static readonly DirectoryInfo s_folder = Directory.CreateTempSubdirectory("netconnect-");
    private readonly Dictionary<string, string?> _before = [];
    private readonly List<string> _written = [];

    public SharedFiles(string config = "", string credentials = "")
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (((string)variable.Key).StartsWith("AWS_", StringComparison.OrdinalIgnoreCase))
                Set((string)variable.Key, null);
        }
        Set("AWS_EC2_METADATA_DISABLED", "true");
        Write("config", config);
        Write("credentials", credentials);
    }

    public string Write(string name, string text)
    {
        string path = Path.Combine(s_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        _written.Add(path);
        return path;
    }

    public void Set(string variable, string? value)
    {
        _before.TryAdd(variable, Environment.GetEnvironmentVariable(variable));
        Environment.SetEnvironmentVariable(variable, value);
    }

    public void Dispose()
    {
        foreach ((string variable, string? value) in _before)
            Environment.SetEnvironmentVariable(variable, value);
        _written.ForEach(File.Delete);
    }

    [ModuleInitializer]
    internal static void LocateFiles()
    {
        foreach ((string variable, string name) in new[] { ("AWS_CONFIG_FILE", "config"), ("AWS_SHARED_CREDENTIALS_FILE", "credentials") })
        {
            string path = Path.Combine(s_folder.FullName, name);
            // A file that is not there when AWSSDK first looks is not the one it uses.
            File.WriteAllText(path, "");
            Environment.SetEnvironmentVariable(variable, path);
        }
        // Where the tokens of SSO logins are.
        Environment.SetEnvironmentVariable("HOME", s_folder.FullName);
        RuntimeHelpers.RunClassConstructor(typeof(Amazon.Runtime.CredentialManagement.SharedCredentialsFile).TypeHandle);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => s_folder.Delete(recursive: true);
    }
}
