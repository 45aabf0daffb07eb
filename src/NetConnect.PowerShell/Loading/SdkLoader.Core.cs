#if NET
using System.Reflection;
using System.Runtime.Loader;

namespace NetConnect.PowerShell;

/// <summary>Loads AWSSDK and BouncyCastle where no other module's copy can meet them.</summary>
/// <remarks>Every AWSSDK 4 says it is version 4.0.0.0, and every BouncyCastle 2 that it is 2.0.0.0, so of two copies in one load context the
/// second is silently ignored and calls fail with MissingMethodException (aws-sdk-net#968). The default context therefore knows two names
/// only, NetConnect.Aws and NetConnect.Certificates; behind them everything comes from the folder <c>isolated</c> into a context of its own.</remarks>
internal static class SdkLoader
{
    private static readonly string[] s_entryAssemblies = ["NetConnect.Aws", "NetConnect.Certificates"];
    private static readonly string s_folder = Path.Combine(Path.GetDirectoryName(typeof(SdkLoader).Assembly.Location)!, "isolated");
    private static readonly IsolatedContext s_context = new();
    private static int s_installed;

    /// <summary>Answers requests for the two, once in a process however many runspaces import the module.</summary>
    public static void Install()
    {
        if (Interlocked.Exchange(ref s_installed, 1) == 0)
            AssemblyLoadContext.Default.Resolving += static (_, name) => s_entryAssemblies.Contains(name.Name) ? s_context.FromFolder(name) : null;
    }

    /// <summary>Nothing to warn of: no other copy of AWSSDK matters here.</summary>
    public static string? TakeWarning() => null;

    private sealed class IsolatedContext() : AssemblyLoadContext("NetConnect")
    {
        public Assembly? FromFolder(AssemblyName name)
        {
            string path = Path.Combine(s_folder, name.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }

        // The contract is shared, or its types would not be the same on both sides. The framework comes from the default context.
        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name == typeof(NetConnectSession).Assembly.GetName().Name
                ? typeof(NetConnectSession).Assembly
                : FromFolder(assemblyName);
    }
}
#endif
