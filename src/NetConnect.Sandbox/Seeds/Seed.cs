using System.Reflection;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;

namespace NetConnect.Sandbox.Seeds;

/// <summary>What a sandbox starts with, as written in a seed file (Seeds/README.md).</summary>
[DataContract]
internal sealed class Seed
{
    private const string DefaultResource = "NetConnect.Sandbox.Seeds.default.json";

    [DataMember(Name = "accounts", IsRequired = true)]
    public List<SeedAccount> Accounts { get; set; } = [];

    public static Seed Read(SandboxOptions options)
    {
        using Stream json = Open(options);
        // The one JSON reader of the BCL that .NET Framework has too.
        var settings = new DataContractJsonSerializerSettings { UseSimpleDictionaryFormat = true };
        try
        {
            return (Seed?)new DataContractJsonSerializer(typeof(Seed), settings)
                .ReadObject(json) ?? throw new FormatException("The seed is empty.");
        }
        catch (SerializationException e)
        {
            throw new FormatException($"The seed cannot be read: {e.Message}", e);
        }
    }

    private static Stream Open(SandboxOptions options)
    {
        if (options.SeedJson is { } text) return new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        if (options.SeedPath is { } path) return File.OpenRead(path);
        return Assembly.GetExecutingAssembly().GetManifestResourceStream(DefaultResource)!;
    }
}
