using System.Reflection;

namespace NetConnect.Shell;

/// <summary>The module that the build assembled together with this shell.</summary>
internal static class BuiltModule
{
    /// <summary>The folder with the manifest. The build writes it relative to this assembly, so that a clone may be moved.</summary>
    public static string Folder { get; } =
        Path.GetFullPath(
            typeof(BuiltModule).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "ModuleFolder").Value!,
            AppContext.BaseDirectory);

    /// <summary>The manifest to import.</summary>
    public static string Manifest => Path.Combine(Folder, "NetConnect.psd1");

    /// <summary>The folder to search for modules, so that further runspaces find NetConnect by its name.</summary>
    public static string SearchPath => Path.GetFullPath(Path.Combine(Folder, "..", ".."));
}
