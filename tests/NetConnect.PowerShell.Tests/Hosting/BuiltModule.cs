using System.Reflection;

namespace NetConnect.PowerShell.Tests.Hosting;

/// <summary>Where the build put the module, and where its sources are.</summary>
internal static class BuiltModule
{
    /// <summary>The folder of the assembled module, <c>output/NetConnect/VERSION/</c>.</summary>
    public static string Folder { get; } = FromMetadata("ModuleFolder");

    /// <summary>The root of the clone.</summary>
    public static string RepositoryRoot { get; } = FromMetadata("RepositoryRoot");

    /// <summary>The manifest that a user imports.</summary>
    public static string Manifest => Path.Combine(Folder, "NetConnect.psd1");

    /// <summary>The files that PowerShell 7 loads.</summary>
    public static string CoreBin => Path.Combine(Folder, "bin", "net8.0");

    // The build writes the paths relative to this assembly, so that a clone may be moved.
    private static string FromMetadata(string key) =>
        Path.GetFullPath(typeof(BuiltModule).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!, AppContext.BaseDirectory);
}
