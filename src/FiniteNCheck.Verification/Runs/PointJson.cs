using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FiniteNCheck.Verification.Runs;

/// <summary>How the files of a run directory are written as JSON: see <see cref="Plain"/>.</summary>
[JsonSerializable(typeof(PointDocument))]
[JsonSerializable(typeof(PointFailure))]
[JsonSerializable(typeof(PointHolder))]
[JsonSerializable(typeof(PlanDocument))]
internal sealed partial class PointJson : JsonSerializerContext
{
    /// <summary>Camel case, numbers that do not exist by name, no escapes that only pages need, and nothing missing or null where the record says so.</summary>
    public static PointJson Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    });
}
